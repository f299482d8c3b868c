package kz.duken.cart;

/** The cart has all the lines it may have. */
class CartFull extends RuntimeException {

	CartFull() {
		super("The cart already has " + Cart.MAX_LINES + " lines; take one out first.");
	}

}
