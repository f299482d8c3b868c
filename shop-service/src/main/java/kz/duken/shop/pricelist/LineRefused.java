package kz.duken.shop.pricelist;

/** A line of a price list cannot be taken, its neighbours can. */
class LineRefused extends RuntimeException {

	/**
	 * Says why.
	 * @param detail for people: what must be otherwise
	 */
	LineRefused(String detail) {
		super(detail, null, false, false);
	}

	String detail() {
		return String.valueOf(getMessage());
	}

}
