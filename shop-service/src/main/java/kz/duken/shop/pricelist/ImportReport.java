package kz.duken.shop.pricelist;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What came of a price list. {@code rows} is the sum of the four that follow it.
 *
 * @param errors the first of the failed lines, in the order of the file
 */
record ImportReport(int rows, int created, int updated, int unchanged, int failed, List<Failure> errors) {

	static final ImportReport OF_NOTHING = new ImportReport(0, 0, 0, 0, 0, List.of());

	/**
	 * A line that was not taken.
	 *
	 * @param line of the file, from 1
	 * @param sku as it stands there, at most the first 64 characters
	 * @param detail for people
	 */
	record Failure(int line, @Nullable String sku, String detail) {

		private static final int LONGEST_SKU = 64;

		Failure {
			sku = (sku != null) ? ListedOffer.beginning(sku, LONGEST_SKU) : null;
		}

	}

}
