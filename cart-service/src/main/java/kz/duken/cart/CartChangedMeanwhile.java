package kz.duken.cart;

/** Another request has put something in for which the shops were not asked. */
class CartChangedMeanwhile extends RuntimeException {

	CartChangedMeanwhile() {
		super("Another request has put something into the cart");
	}

}
