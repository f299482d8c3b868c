package kz.duken.product;

import java.math.BigDecimal;

import jakarta.validation.constraints.NotNull;
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
			case BigDecimal number -> written(number);
			case Number number -> written(new BigDecimal(number.toString()));
			case null, default -> value;
		};
	}

	/** The value as text, the same for equal numbers: 16.0 is {@code 16}. */
	String writtenValue() {
		return (this.value instanceof BigDecimal number) ? number.stripTrailingZeros().toPlainString()
				: this.value.toString();
	}

	/** As people write it: 1e2 is 100. */
	private static BigDecimal written(BigDecimal number) {
		return (number.scale() < 0 && AttributeValue.Validator.isBounded(number)) ? number.setScale(0) : number;
	}

}
