package kz.duken.shop.pricelist;

import org.jspecify.annotations.Nullable;

/**
 * An offer as it stands in a price list, not looked at yet. Texts have no white space
 * around them; an empty one is {@code null}.
 *
 * @param line where it begins in the file, from 1
 * @param flaw what is wrong with its form, if anything
 */
record ListedOffer(int line, @Nullable String sku, @Nullable String productId, @Nullable String name,
		@Nullable String brand, @Nullable String category, @Nullable String price, @Nullable String stock,
		@Nullable String flaw) {

	/** What damaged text is read as. */
	private static final char REPLACEMENT = '\uFFFD';

	/** Whether text was lost because it is not in the encoding of the file. */
	boolean isDamaged() {
		return isDamaged(this.sku) || isDamaged(this.productId) || isDamaged(this.name) || isDamaged(this.brand)
				|| isDamaged(this.category) || isDamaged(this.price) || isDamaged(this.stock);
	}

	static boolean isDamaged(@Nullable String text) {
		return text != null && text.indexOf(REPLACEMENT) >= 0;
	}

}
