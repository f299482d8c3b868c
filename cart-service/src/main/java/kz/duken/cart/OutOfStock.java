package kz.duken.cart;

/** More is wanted of an offer than its shop has. */
class OutOfStock extends RuntimeException {

	private final int available;

	OutOfStock(int available) {
		super((available > 0) ? "Only " + available + " left; take fewer." : "Nobody has it in stock here any more.");
		this.available = available;
	}

	int available() {
		return this.available;
	}

}
