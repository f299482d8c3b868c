package kz.duken.cart;

/** A line would hold more pieces than a line may. */
class QuantityLimit extends RuntimeException {

	QuantityLimit(int inCart) {
		super("A line holds at most " + CartLine.MAX_QUANTITY + " pieces, and this one already has " + inCart
				+ "; add fewer.");
	}

}
