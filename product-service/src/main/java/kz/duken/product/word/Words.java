package kz.duken.product.word;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How text is taken apart to be found again; cards and what visitors type go the same
 * way. Case, accents and punctuation do not count, so a word is letters and digits alone
 * and safe to write into a {@code tsvector} or {@code tsquery}.
 */
public final class Words {

	/** PostgreSQL refuses lexemes of more than 2 KB. */
	private static final int MAX_LENGTH = 64;

	private static final int MAX_NAME_KEY = 200;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	private static final Pattern PART = Pattern.compile("\\p{L}+|\\p{N}+");

	/** A unit, with its number before it or not. */
	private static final Pattern MEASURED = Pattern.compile("(\\p{N}*)(\\p{IsCyrillic}+)");

	private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("гб", "gb"), Map.entry("тб", "tb"),
			Map.entry("мб", "mb"), Map.entry("кг", "kg"), Map.entry("см", "cm"), Map.entry("мм", "mm"),
			Map.entry("вт", "w"), Map.entry("квт", "kw"), Map.entry("гц", "hz"), Map.entry("мп", "mp"),
			Map.entry("мач", "mah"), Map.entry("мл", "ml"), Map.entry("дюимов", "inch"), Map.entry("дюим", "inch"));

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private Words() {
	}

	/**
	 * The words in their order: {@code "Galaxy S24, 256GB"} is galaxy, s24, 256gb. Units
	 * are written in Latin letters, so {@code 256 ГБ} is 256, gb.
	 */
	public static List<String> of(String text) {
		return WORD.matcher(folded(text))
			.results()
			.map(MatchResult::group)
			.map((word) -> cut(unitsInLatin(word), MAX_LENGTH))
			.toList();
	}

	private static String unitsInLatin(String word) {
		Matcher measured = MEASURED.matcher(word);
		return measured.matches() ? measured.group(1) + UNITS.getOrDefault(measured.group(2), measured.group(2)) : word;
	}

	/** The letters and the digits of a word: {@code 256gb} is 256, gb. */
	public static List<String> parts(String word) {
		return PART.matcher(word).results().map(MatchResult::group).toList();
	}

	/** By which names are compared and sorted. */
	public static String nameKey(String name) {
		return cut(SPACES.matcher(folded(name)).replaceAll(" ").strip(), MAX_NAME_KEY);
	}

	private static String cut(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
	}

	private static String folded(String text) {
		String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
		return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
	}

}
