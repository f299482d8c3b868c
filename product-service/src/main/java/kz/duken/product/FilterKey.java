package kz.duken.product;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which a card is found when a filter names one of its values: the query parameter and
 * the value in one string.
 */
final class FilterKey {

	private static final String BRAND = "brand";

	private static final String TAG = "tag";

	private static final String ATTRIBUTE_PREFIX = "attr.";

	private static final char SEPARATOR = '\u001f';

	private static final int LONGEST_NUMBER = 40;

	private FilterKey() {
	}

	/** Whether a query parameter is a filter by such keys. */
	static boolean isAsked(String parameter) {
		return parameter.equals(BRAND) || parameter.equals(TAG) || parameter.startsWith(ATTRIBUTE_PREFIX);
	}

	/** The attribute that a query parameter filters by, if it does. */
	static Optional<String> attribute(String parameter) {
		return parameter.startsWith(ATTRIBUTE_PREFIX) ? Optional.of(parameter.substring(ATTRIBUTE_PREFIX.length()))
				: Optional.empty();
	}

	/** All keys of a card. */
	static Stream<String> of(Card card) {
		String name = card.brand();
		Stream<String> brand = (name != null) ? Stream.of(key(BRAND, ignoringCase(name))) : Stream.empty();
		Stream<String> tags = card.tags().stream().map((tag) -> key(TAG, ignoringCase(tag)));
		Stream<String> attributes = card.attributes()
			.stream()
			.map((attribute) -> key(ATTRIBUTE_PREFIX + attribute.name(), attribute.writtenValue()));
		return Stream.of(brand, tags, attributes).flatMap((keys) -> keys).distinct();
	}

	/** The keys that a filter's value looks for: {@code 16.0} finds the number 16 too. */
	static Stream<String> asked(String parameter, String value) {
		if (!parameter.startsWith(ATTRIBUTE_PREFIX)) {
			return Stream.of(key(parameter, ignoringCase(value)));
		}
		return Stream.of(value, canonical(value)).distinct().map((one) -> key(parameter, one));
	}

	private static String key(String parameter, String value) {
		return parameter + SEPARATOR + value;
	}

	private static String ignoringCase(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	private static String canonical(String value) {
		try {
			BigDecimal number = (value.length() <= LONGEST_NUMBER) ? new BigDecimal(value) : null;
			return (number != null && AttributeValue.Validator.isBounded(number))
					? number.stripTrailingZeros().toPlainString() : value;
		}
		catch (NumberFormatException ex) {
			return value;
		}
	}

}
