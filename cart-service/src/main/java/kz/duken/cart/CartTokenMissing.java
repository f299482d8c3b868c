package kz.duken.cart;

/** A merge without the token of a guest's cart. */
class CartTokenMissing extends RuntimeException {

	CartTokenMissing() {
		super("Send the header " + CartController.TOKEN + " and the request again.");
	}

}
