package kz.duken.system;

/** What happens to a customer's cart, and how it ends. */
enum Story {

	/** It is bought. */
	BOUGHT(201, ""),

	/** The wallet holds too little. */
	POOR(402, "insufficient-funds"),

	/** The shop has sold the last piece to somebody else. */
	SOLD_OUT(409, "out-of-stock"),

	/** Somebody else has had the promo code's last use. */
	CODE_USED(409, "promo-code-not-applicable"),

	/** It has taken too long, when it comes to paying. */
	EXPIRED(409, "checkout-expired"),

	/** What it asks for comes after what takes it back. */
	OVERTAKEN(409, "checkout-expired"),

	/** What was bought is cancelled. */
	CANCELLED(200, ""),

	/** What was bought is received, and the shops are paid. */
	RECEIVED(200, "");

	private final int status;

	private final String refusal;

	Story(int status, String refusal) {
		this.status = status;
		this.refusal = refusal;
	}

	/** What the customer is answered. */
	int status() {
		return this.status;
	}

	/** The slug of the refusal; empty when there is none. */
	String refusal() {
		return this.refusal;
	}

	/** That of the order in the customer's list; empty where he has none. */
	String orderStatus() {
		return switch (this) {
			case BOUGHT -> "CONFIRMED";
			case CANCELLED -> "CANCELLED";
			case RECEIVED -> "DELIVERED";
			case POOR, SOLD_OUT, CODE_USED, EXPIRED, OVERTAKEN -> "";
		};
	}

	boolean isRefused() {
		return !this.refusal.isEmpty();
	}

	/** Whether goods and money have changed hands in the end. */
	boolean isSold() {
		return this == BOUGHT || this == RECEIVED;
	}

}
