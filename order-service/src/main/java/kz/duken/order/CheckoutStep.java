package kz.duken.order;

/** What is to be done next for an order whose checkout runs. */
enum CheckoutStep {

	/** A draft: the cart has not been read yet. */
	BEGIN,

	/** The shops are asked to set the goods aside. */
	RESERVE,

	/** The promo code's use is asked for; only with a code. */
	REDEEM,

	/** The customer's wallet is asked to pay. */
	PAY,

	/** Paid: what follows cannot be refused. */
	FINISH,

	/** Refused: what the shops set aside goes back. */
	RELEASE,

	/** Nothing is left to do: the order is confirmed or rejected. */
	END;

	boolean canBecome(CheckoutStep next) {
		return switch (this) {
			case BEGIN -> next == RESERVE;
			case RESERVE -> next == REDEEM || next == PAY || next == RELEASE;
			case REDEEM -> next == PAY || next == RELEASE;
			case PAY -> next == FINISH || next == RELEASE;
			case FINISH, RELEASE -> next == END;
			case END -> false;
		};
	}

}
