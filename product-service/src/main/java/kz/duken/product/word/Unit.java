package kz.duken.product.word;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Units of measure, each written in one way whichever way somebody writes it. */
public final class Unit {

	/** First how it is written, then how else. */
	private static final String[] KNOWN = { "KB кб килобайт килобайта килобайтов",
			"MB мб мегабайт мегабайта мегабайтов", "GB гб гигабайт гигабайта гигабайтов",
			"TB тб терабайт терабайта терабайтов", "g г гр", "kg кг", "mm мм", "cm см", "m м",
			"inch inches дюйм дюйма дюймов \" ″", "ml мл", "l л литр литра литров", "W вт ватт", "kW квт", "Hz гц герц",
			"kHz кгц", "MHz мгц", "GHz ггц", "MP мп", "mAh мач ма·ч ма*ч", "ms мс" };

	private static final Map<String, String> WRITTEN = Arrays.stream(KNOWN)
		.map((unit) -> unit.split(" ", -1))
		.flatMap((forms) -> Arrays.stream(forms).map((form) -> Map.entry(form.toLowerCase(Locale.ROOT), forms[0])))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	/** A unit that stands alone or behind a number. */
	private static final Pattern IN_TEXT = Pattern.compile(WRITTEN.keySet()
		.stream()
		.filter((form) -> Character.isLetter(form.charAt(0)))
		.sorted(Comparator.comparingInt(String::length).reversed())
		.map(Pattern::quote)
		.collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:(\\p{N}+)[\\s-]{0,3})?(", ")(?![\\p{L}\\p{N}])")));

	private Unit() {
	}

	/** {@code гб} is GB; one that is not known is written in lower case. */
	public static String of(String unit) {
		String form = plain(unit).strip();
		return WRITTEN.getOrDefault(form, form);
	}

	/** Whether it is one that is written in one way. */
	public static boolean isKnown(String unit) {
		return WRITTEN.containsKey(plain(unit).strip());
	}

	/**
	 * The text in lower case, its units in Latin letters and close to their numbers:
	 * {@code 256 ГБ} is 256gb.
	 */
	public static String joined(String text) {
		return IN_TEXT.matcher(plain(text))
			.replaceAll((measure) -> Objects.requireNonNullElse(measure.group(1), "")
					+ of(measure.group(2)).toLowerCase(Locale.ROOT));
	}

	private static String plain(String text) {
		return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
	}

}
