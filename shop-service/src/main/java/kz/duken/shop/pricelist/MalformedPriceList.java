package kz.duken.shop.pricelist;

/** The file is no price list, or breaks off; nothing was done. */
class MalformedPriceList extends RuntimeException {

	private final int line;

	/**
	 * Says what is wrong.
	 * @param line where, from 1
	 * @param detail a sentence for people
	 */
	MalformedPriceList(int line, String detail) {
		super("Line " + line + ": " + detail);
		this.line = line;
	}

	int line() {
		return this.line;
	}

}
