package kz.duken.shop.pricelist;

import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import kz.duken.shop.Text;
import kz.duken.shop.offer.OfferLimits;
import org.jspecify.annotations.Nullable;

/**
 * A line whose values can be taken as they are. The product is named by its id, or else
 * by the name of its card.
 *
 * @param stock what the owner has counted
 */
record PriceLine(@Nullable @Text(max = 64) String sku, @Nullable UUID productId, @Nullable @Text(max = 200) String name,
		@Nullable @Text(max = 80) String brand, @Nullable @Text(max = 200) String category, @Price Money price,
		@Min(0) @Max(OfferLimits.MAX_STOCK) int stock) {

	/**
	 * No exponent and no sign; a decimal comma is as good as a point. Three digits behind
	 * it are thousands, and would be a price that is a thousand times too low.
	 */
	private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(?:[.,]\\d{1,2})?");

	private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

	private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	/**
	 * Reads a line.
	 * @throws LineRefused with all that is wrong with it
	 */
	static PriceLine of(ListedOffer listed, Validator validator) {
		if (listed.flaw() != null) {
			throw new LineRefused(listed.flaw());
		}
		if (listed.productId() == null && listed.name() == null) {
			throw new LineRefused("product_id or name must say which product it is");
		}
		PriceLine line = new PriceLine(listed.sku(), id(listed.productId()), listed.name(), listed.brand(),
				listed.category(), price(listed.price()), stock(listed.stock()));
		String wrong = validator.validate(line)
			.stream()
			.map(PriceLine::text)
			.sorted()
			.collect(Collectors.joining("; "));
		if (!wrong.isEmpty()) {
			throw new LineRefused(wrong);
		}
		return line;
	}

	private static String text(ConstraintViolation<PriceLine> violation) {
		return violation.getPropertyPath() + " " + violation.getMessage();
	}

	private static @Nullable UUID id(@Nullable String text) {
		if (text != null && !ID.matcher(text).matches()) {
			throw new LineRefused("product_id must be the id of a product");
		}
		return (text != null) ? UUID.fromString(text) : null;
	}

	private static Money price(@Nullable String text) {
		if (text == null || !AMOUNT.matcher(text).matches()) {
			throw new LineRefused("price must be an amount of tenge with at most two decimals and nothing between its "
					+ "thousands, such as 349990 or 349990.50");
		}
		return Money.of(text.replace(',', '.'));
	}

	/** Whether two texts say one price, as {@code 5} and {@code 5.00} do. */
	static boolean isSamePrice(String one, String other) {
		return one.equals(other) || (AMOUNT.matcher(one).matches() && AMOUNT.matcher(other).matches()
				&& price(one).equals(price(other)));
	}

	private static int stock(@Nullable String text) {
		if (text == null || !COUNT.matcher(text).matches()) {
			throw new LineRefused("stock must be a whole number from 0 to " + OfferLimits.MAX_STOCK);
		}
		return Integer.parseInt(text);
	}

}
