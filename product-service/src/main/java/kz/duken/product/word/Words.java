package kz.duken.product.word;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How text is taken apart to be found again; cards and what visitors type go the same
 * way. Case, accents and punctuation do not count, so a word is letters and digits alone
 * and safe to write into a {@code tsvector} or {@code tsquery}.
 */
public final class Words {

	/** PostgreSQL refuses lexemes of more than 2 KB. */
	private static final int MAX_LENGTH = 64;

	private static final int MAX_NAME_KEY = 200;

	/** More words with hyphens between them are no word of its own. */
	private static final int MAX_HYPHENED = 4;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	private static final Pattern HYPHENED = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*");

	private static final Pattern PART = Pattern.compile("\\p{L}+|\\p{N}+");

	private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}+");

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private Words() {
	}

	/**
	 * A word that may fall into others.
	 *
	 * @param text all of it: {@code Wi-Fi} is wifi
	 * @param parts what it falls into: the words between its hyphens, else its letters
	 * and its digits; itself when it is one
	 */
	public record Word(String text, List<String> parts) {

		/** Whether it is a number and its unit. */
		public boolean isMeasure() {
			return this.parts.size() == 2 && isNumber(this.parts.getFirst()) && Unit.isKnown(this.parts.getLast());
		}

	}

	/** Whether a word is Cyrillic letters alone. */
	public static boolean isCyrillic(String word) {
		return CYRILLIC.matcher(word).matches();
	}

	/** Whether a word is digits alone. */
	public static boolean isNumber(String word) {
		return word.codePoints().allMatch(Character::isDigit);
	}

	/**
	 * The words in their order: {@code "Galaxy S24, 256GB"} is galaxy, s24, 256gb. A unit
	 * belongs to the number before it and is in Latin letters, so {@code 256 ГБ} is
	 * 256gb.
	 */
	public static List<String> of(String text) {
		return matches(WORD, folded(Unit.joined(text))).map((word) -> cut(word, MAX_LENGTH)).toList();
	}

	/** Like {@link #of}, but what hyphens join is one word. */
	public static List<Word> withParts(String text) {
		return matches(HYPHENED, folded(Unit.joined(text))).flatMap((word) -> {
			List<String> between = Arrays.stream(word.split("-", -1)).map((one) -> cut(one, MAX_LENGTH)).toList();
			if (between.size() > 1 && between.size() <= MAX_HYPHENED && word.length() <= MAX_LENGTH) {
				return Stream.of(new Word(String.join("", between), between));
			}
			return between.stream().map((one) -> new Word(one, parts(one)));
		}).toList();
	}

	/** What spaces part, as it was typed but for case and units. */
	public static List<String> typed(String phrase) {
		return SPACES.splitAsStream(Unit.joined(phrase)).filter((word) -> !word.isEmpty()).toList();
	}

	/** The letters and the digits of a word: {@code 256gb} is 256, gb. */
	public static List<String> parts(String word) {
		return matches(PART, word).toList();
	}

	/** By which names are compared and sorted. */
	public static String nameKey(String name) {
		return cut(SPACES.matcher(folded(name)).replaceAll(" ").strip(), MAX_NAME_KEY);
	}

	private static Stream<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map(MatchResult::group);
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
