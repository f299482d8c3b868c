package kz.duken.product;

import java.math.BigDecimal;

import jakarta.validation.constraints.NotNull;
import kz.duken.product.word.Measure;
import org.jspecify.annotations.Nullable;

/**
 * One line of a card's specification, such as RAM, 16, GB.
 *
 * @param value a {@code String}, a {@code Boolean} or an exact {@code BigDecimal}
 */
record Attribute(@NotNull @Text(max = 80) String name, @NotNull @AttributeValue Object value,
		@Text(max = 20) @Nullable String unit) {

	Attribute {
		if (name != null) {
			name = name.strip();
		}
		unit = Card.stripped(unit);
		value = switch (value) {
			case String text -> text.strip();
			case BigDecimal number -> plain(number);
			case Number number -> plain(new BigDecimal(number.toString()));
			case null, default -> value;
		};
	}

	/**
	 * With a number and a unit, if it says these in a text: {@code "256 ГБ"} is 256, GB.
	 */
	Attribute measured() {
		if (this.unit != null || !(this.value instanceof String text)) {
			return this;
		}
		return Measure.read(text)
			.filter(Measure::isCertain)
			.map((measure) -> new Attribute(this.name, measure.number(), measure.unit()))
			.orElse(this);
	}

	/** The value as text, the same for equal numbers: 16.0 is {@code 16}. */
	String writtenValue() {
		return written(this.value);
	}

	/** Likewise. */
	static String written(Object value) {
		return (value instanceof BigDecimal number) ? number.stripTrailingZeros().toPlainString() : value.toString();
	}

	/** As people write it: 1e2 is 100. */
	private static BigDecimal plain(BigDecimal number) {
		return (number.scale() < 0 && AttributeValue.Validator.isBounded(number)) ? number.setScale(0) : number;
	}

}
