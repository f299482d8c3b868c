package kz.duken.product.word;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and its unit.
 *
 * @param number of at most 15 digits before the point and 10 after it
 * @param unit as it was written
 */
public record Measure(BigDecimal number, String unit) {

	private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,15}(?:[.,]\\d{1,10})?)\\s*([^\\d\\s.,].{0,19})");

	/** If that is what the text is: {@code 256 ГБ} or {@code 5,5inch}. */
	public static Optional<Measure> read(String text) {
		Matcher written = WRITTEN.matcher(text);
		return written.matches()
				? Optional.of(new Measure(new BigDecimal(written.group(1).replace(',', '.')), written.group(2)))
				: Optional.empty();
	}

	/**
	 * Whether the text may be no measure: {@code 5G} are networks, {@code 3M} a brand.
	 */
	public boolean isAmbiguous() {
		return this.unit.equals("G") || this.unit.equals("M");
	}

	/** Whether that is what somebody meant who says no more. */
	public boolean isCertain() {
		return Unit.isKnown(this.unit) && !isAmbiguous();
	}

}
