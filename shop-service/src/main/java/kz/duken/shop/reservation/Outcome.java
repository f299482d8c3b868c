package kz.duken.shop.reservation;

/** What an order is told when it asks for its lines; told again, it is the same. */
enum Outcome {

	RESERVED,

	/**
	 * Some lines lack stock, or are not on sale at all; what is on sale has its price.
	 */
	OUT_OF_STOCK,

	/** Some lines are on sale at another price, whatever the stock. */
	PRICE_CHANGED,

	/** It was first asked for after its deadline. */
	EXPIRED,

	/** The order had been given up before its request came. */
	RELEASED

}
