package kz.duken.cart.promo;

/** Why a code does not apply. */
public enum Reason {

	NOT_STARTED, EXPIRED, MIN_SUM, USED_UP, USED_BY_CUSTOMER;

	String inWords() {
		return switch (this) {
			case NOT_STARTED -> "The promo code cannot be used yet.";
			case EXPIRED -> "The promo code cannot be used any more.";
			case MIN_SUM -> "The cart is too small for the promo code; put more in.";
			case USED_UP -> "The promo code has been used as often as it may be.";
			case USED_BY_CUSTOMER -> "You have used the promo code as often as you may.";
		};
	}

}
