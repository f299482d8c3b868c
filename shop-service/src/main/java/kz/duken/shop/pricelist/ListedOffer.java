package kz.duken.shop.pricelist;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An offer as it stands in a price list, not looked at yet. Texts have no white space
 * around them; an empty one is {@code null}. Of one that is far too long only the
 * beginning is kept, since hundreds of offers are held together.
 *
 * @param line where it begins in the file, from 1
 * @param flaw what is wrong with its form, if anything
 */
record ListedOffer(int line, @Nullable String sku, @Nullable String productId, @Nullable String name,
		@Nullable String brand, @Nullable String category, @Nullable String price, @Nullable String stock,
		@Nullable String flaw) {

	/** In the order of the components. */
	static final List<String> COLUMNS = List.of("sku", "product_id", "name", "brand", "category", "price", "stock");

	/** Longer than any text that can be taken. */
	static final int LONGEST_TEXT = 1000;

	/** So much of a longer one is kept, for people. */
	private static final int BEGINNING = 64;

	/** What damaged text is read as. */
	private static final char REPLACEMENT = '\uFFFD';

	ListedOffer {
		flaw = (flaw != null) ? flaw : tooLong(sku, productId, name, brand, category, price, stock);
		sku = beginning(sku);
		productId = beginning(productId);
		name = beginning(name);
		brand = beginning(brand);
		category = beginning(category);
		price = beginning(price);
		stock = beginning(stock);
	}

	private static @Nullable String tooLong(@Nullable String... texts) {
		for (int i = 0; i < texts.length; i++) {
			if (isTooLong(texts[i])) {
				return COLUMNS.get(i) + " is too long";
			}
		}
		return null;
	}

	private static boolean isTooLong(@Nullable String text) {
		return text != null && text.length() > LONGEST_TEXT;
	}

	private static @Nullable String beginning(@Nullable String text) {
		return (text != null && isTooLong(text)) ? beginning(text, BEGINNING) : text;
	}

	/** At most so many characters of a text, none of them cut in two. */
	static String beginning(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
	}

	/** Whether text was lost because it is not in the encoding of the file. */
	boolean isDamaged() {
		return isDamaged(this.sku) || isDamaged(this.productId) || isDamaged(this.name) || isDamaged(this.brand)
				|| isDamaged(this.category) || isDamaged(this.price) || isDamaged(this.stock);
	}

	static boolean isDamaged(@Nullable String text) {
		return text != null && text.indexOf(REPLACEMENT) >= 0;
	}

}
