package kz.duken.product;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import kz.duken.product.word.Measure;
import kz.duken.product.word.Unit;

/**
 * By which a card is found when a filter names one of its values: the query parameter and
 * the value in one string.
 */
final class FilterKey {

	private static final String BRAND = "brand";

	private static final String TAG = "tag";

	private static final String ATTRIBUTE_PREFIX = "attr.";

	/** Of what is looked for only, not counted. */
	private static final String ANY_UNIT_PREFIX = "number.";

	private static final char SEPARATOR = '\u001f';

	private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,10})?");

	private FilterKey() {
	}

	/** Whether a query parameter is a filter by such keys. */
	static boolean isAsked(String parameter) {
		return parameter.equals(BRAND) || parameter.equals(TAG) || parameter.startsWith(ATTRIBUTE_PREFIX);
	}

	/** By which an attribute is filtered. */
	static String parameter(String attribute) {
		return ATTRIBUTE_PREFIX + attribute;
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
		Stream<String> attributes = card.attributes().stream().flatMap(FilterKey::of);
		return Stream.of(brand, tags, attributes).flatMap((keys) -> keys).distinct();
	}

	/**
	 * The attributes of a card, each with its value, as facets count them: without the
	 * parameter's prefix, so that {@code attr.} before it makes the filter's key.
	 */
	static Stream<String> counted(Card card) {
		return card.attributes()
			.stream()
			.flatMap(FilterKey::of)
			.filter((key) -> key.startsWith(ATTRIBUTE_PREFIX))
			.map((key) -> key.substring(ATTRIBUTE_PREFIX.length()))
			.distinct();
	}

	/**
	 * One key is counted as a facet's value, with its unit; the other is looked for only.
	 */
	private static Stream<String> of(Attribute attribute) {
		Attribute measured = attribute.measured();
		String unit = measured.unit();
		String value = canonical(measured.writtenValue());
		if (unit == null) {
			return Stream.of(key(ATTRIBUTE_PREFIX + attribute.name(), value));
		}
		Stream<String> inUnit = Stream.of(key(ATTRIBUTE_PREFIX + attribute.name(), value + " " + Unit.of(unit)));
		return isNumber(value) ? Stream.concat(inUnit, Stream.of(key(ANY_UNIT_PREFIX + attribute.name(), value)))
				: inUnit;
	}

	/**
	 * The keys that a filter's value looks for: {@code 16.0} finds the number 16 too, in
	 * whatever unit; {@code 16 GB} and {@code 16ГБ} find it in this one.
	 */
	static Stream<String> asked(String parameter, String value) {
		Optional<String> attribute = attribute(parameter);
		if (attribute.isEmpty()) {
			return Stream.of(key(parameter, ignoringCase(value)));
		}
		Stream<String> whole = Stream.concat(Stream.of(value, canonical(value)),
				Measure.read(value).filter((measure) -> !measure.isAmbiguous()).map(FilterKey::written).stream());
		Stream<String> anyUnit = isNumber(value) ? Stream.of(key(ANY_UNIT_PREFIX + attribute.get(), canonical(value)))
				: Stream.empty();
		return Stream.concat(whole.map((one) -> key(parameter, one)), anyUnit).distinct();
	}

	private static String written(Measure measure) {
		return canonical(measure.number().toPlainString()) + " " + Unit.of(measure.unit());
	}

	private static String key(String parameter, String value) {
		return parameter + SEPARATOR + value;
	}

	private static String ignoringCase(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	/**
	 * Of a number, without zeros at its end; what is written in another way is a text.
	 */
	static String canonical(String value) {
		return isNumber(value) ? new BigDecimal(value).stripTrailingZeros().toPlainString() : value;
	}

	/** {@code 007}, {@code 1E5} and {@code +5} are none. */
	static boolean isNumber(String value) {
		return NUMBER.matcher(value).matches();
	}

}
