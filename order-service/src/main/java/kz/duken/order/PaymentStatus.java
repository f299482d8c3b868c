package kz.duken.order;

/** Where the money of an order is. */
enum PaymentStatus {

	/** Not paid yet. */
	PENDING,

	/** The store has all of it. */
	PAID,

	/** It never left the wallet, and never will. */
	FAILED,

	/** The share of some shipments is back in the wallet. */
	PARTIALLY_REFUNDED,

	/** All of it is back in the wallet. */
	REFUNDED;

	String inWords() {
		return switch (this) {
			case PENDING -> "not paid yet";
			case PAID -> "paid";
			case FAILED -> "not paid";
			case PARTIALLY_REFUNDED -> "paid, part of it refunded";
			case REFUNDED -> "paid and refunded";
		};
	}

}
