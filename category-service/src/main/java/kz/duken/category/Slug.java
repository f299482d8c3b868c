package kz.duken.category;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The name of a category in addresses: 1 … 100 of {@code a-z 0-9 -}, and nothing that
 * could be taken for an id.
 *
 * @param value the text
 */
@Embeddable
record Slug(@Column(name = "slug") String value) {

	private static final int MAX_LENGTH = 100;

	private static final String ID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	static final String PATTERN = "(?!" + ID_PATTERN + "$)[a-z0-9-]{1," + MAX_LENGTH + "}";

	static final String PATTERN_MESSAGE = "must be 1 to " + MAX_LENGTH + " of a-z, 0-9 and -, and not look like an id";

	private static final Pattern SLUG = Pattern.compile(PATTERN);

	private static final Pattern ID = Pattern.compile(ID_PATTERN, Pattern.CASE_INSENSITIVE);

	private static final int LONGEST_SUFFIX = 10;

	private static final String FALLBACK = "category";

	/** Cyrillic, Kazakh letters included, as people in Kazakhstan write it in Latin. */
	private static final Map<Character, String> LATIN = Map.ofEntries(Map.entry('а', "a"), Map.entry('ә', "a"),
			Map.entry('б', "b"), Map.entry('в', "v"), Map.entry('г', "g"), Map.entry('ғ', "g"), Map.entry('д', "d"),
			Map.entry('е', "e"), Map.entry('ё', "yo"), Map.entry('ж', "zh"), Map.entry('з', "z"), Map.entry('и', "i"),
			Map.entry('й', "y"), Map.entry('к', "k"), Map.entry('қ', "q"), Map.entry('л', "l"), Map.entry('м', "m"),
			Map.entry('н', "n"), Map.entry('ң', "ng"), Map.entry('о', "o"), Map.entry('ө', "o"), Map.entry('п', "p"),
			Map.entry('р', "r"), Map.entry('с', "s"), Map.entry('т', "t"), Map.entry('у', "u"), Map.entry('ұ', "u"),
			Map.entry('ү', "u"), Map.entry('ф', "f"), Map.entry('х', "kh"), Map.entry('һ', "h"), Map.entry('ц', "ts"),
			Map.entry('ч', "ch"), Map.entry('ш', "sh"), Map.entry('щ', "shch"), Map.entry('ъ', ""), Map.entry('ы', "y"),
			Map.entry('і', "i"), Map.entry('ь', ""), Map.entry('э', "e"), Map.entry('ю', "yu"), Map.entry('я', "ya"));

	Slug {
		if (!isOne(value)) {
			throw new IllegalArgumentException(PATTERN_MESSAGE);
		}
	}

	static boolean isOne(String text) {
		return SLUG.matcher(text).matches();
	}

	/** Whether the text is an id, so that it cannot be a slug. */
	static boolean isId(String text) {
		return ID.matcher(text).matches();
	}

	/** Makes one out of any name; one without usable letters gets {@code category}. */
	static Slug derivedFrom(String name) {
		StringBuilder latin = new StringBuilder();
		for (char letter : Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).toCharArray()) {
			latin.append(LATIN.getOrDefault(letter, String.valueOf(letter)));
		}
		String words = Normalizer.normalize(latin, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.replaceAll("[^a-z0-9]+", "-");
		String slug = trimmed(trimmed(words), MAX_LENGTH);
		if (slug.isEmpty()) {
			return new Slug(FALLBACK);
		}
		return new Slug(isId(slug) ? FALLBACK + '-' + slug : slug);
	}

	/** The same with a number, for when it is taken: {@code phones-2}. */
	Slug numbered(int number) {
		return new Slug(trimmed(this.value, MAX_LENGTH - LONGEST_SUFFIX) + '-' + number);
	}

	private static String trimmed(String slug, int length) {
		return trimmed(slug.substring(0, Math.min(length, slug.length())));
	}

	private static String trimmed(String slug) {
		return slug.replaceAll("^-+|-+$", "");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
