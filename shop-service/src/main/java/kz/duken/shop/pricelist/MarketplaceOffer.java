package kz.duken.shop.pricelist;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An offer of a marketplace's price list while its elements come by.
 * <p>
 * Its stock is the sum of what its places have: one that is not available counts 0, one
 * that does not say how many counts only beside others that do. Where prices are given by
 * city alone, they must be one and the same.
 */
final class MarketplaceOffer {

	/** Marketplaces write {@code 5.0} themselves. */
	private static final Pattern COUNT = Pattern.compile("(\\d{1,9})(?:\\.0+)?");

	private final int line;

	private final @Nullable String sku;

	/** The first of them; a file may have any number. */
	private @Nullable String cityPrice;

	private boolean cityPricesDiffer;

	private @Nullable String model;

	private @Nullable String brand;

	private @Nullable String price;

	private @Nullable Long stock;

	private @Nullable String flaw;

	private boolean uncounted;

	MarketplaceOffer(int line, @Nullable String sku) {
		this.line = line;
		this.sku = sku;
	}

	void model(String value) {
		this.model = once("model", this.model, value);
	}

	void brand(String value) {
		this.brand = once("brand", this.brand, value);
	}

	void price(String value) {
		this.price = once("price", this.price, value);
	}

	void cityPrice(String value) {
		if (value.isEmpty()) {
			return;
		}
		if (this.cityPrice == null) {
			this.cityPrice = value;
		}
		else {
			this.cityPricesDiffer |= !PriceLine.isSamePrice(this.cityPrice, value);
		}
	}

	void available(@Nullable String available, @Nullable String count) {
		if ("no".equalsIgnoreCase(available) || "false".equalsIgnoreCase(available)) {
			add(0);
		}
		else if (count == null) {
			this.uncounted = true;
		}
		else {
			var digits = COUNT.matcher(count);
			if (digits.matches()) {
				add(Long.parseLong(digits.group(1)));
			}
			else {
				this.flaw = "stockCount must be a whole number";
			}
		}
	}

	private void add(long count) {
		this.stock = count + ((this.stock != null) ? this.stock : 0);
	}

	private @Nullable String once(String element, @Nullable String before, String value) {
		if (before != null) {
			this.flaw = element + " must stand once";
		}
		return value.isEmpty() ? before : value;
	}

	ListedOffer listed() {
		return new ListedOffer(this.line, this.sku, null, this.model, this.brand, null, onePrice(),
				(this.stock != null) ? this.stock.toString() : null, whatIsWrong());
	}

	private @Nullable String onePrice() {
		return (this.price == null && !this.cityPricesDiffer) ? this.cityPrice : this.price;
	}

	private @Nullable String whatIsWrong() {
		if (this.flaw != null) {
			return this.flaw;
		}
		if (this.price == null && this.cityPricesDiffer) {
			return "price must be given: the prices by city differ, and a shop has one";
		}
		if (this.stock == null) {
			return this.uncounted ? "stockCount must say how many are available"
					: "availability must be given, with a stockCount";
		}
		return (this.stock == 0 && this.uncounted) ? "stockCount must say how many are available" : null;
	}

}
