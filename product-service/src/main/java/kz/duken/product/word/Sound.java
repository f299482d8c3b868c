package kz.duken.product.word;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a word sounds to somebody who writes English names in Cyrillic letters or Russian
 * words in Latin ones: {@code айфон} and iPhone are both aifon. Rules of thumb of our
 * own, for brands and names; words that do not follow them are not found this way.
 */
public final class Sound {

	/** Shorter words sound like too many others. */
	public static final int SHORTEST = 3;

	private static final List<Rule> RULES = List.of(new Rule("^i(?=ph|pad|pod|mac|watch|cloud)", "ai"),
			new Rule("^(?:x|ks)(?=i)", "s"), new Rule("sch", "sh"), new Rule("tch", "ch"), new Rule("ph", "f"),
			new Rule("th", "t"), new Rule("wh|w", "v"), new Rule("ck", "k"), new Rule("qu", "kv"), new Rule("q", "k"),
			new Rule("x", "ks"), new Rule("oo", "u"), new Rule("ee|ea", "i"), new Rule("[ae]y", "ei"),
			new Rule("y", "i"), new Rule("c(?=[ei])", "s"), new Rule("c(?!h)", "k"), new Rule("j", "dzh"),
			new Rule("(?<=.{2}[^aeiou])e$", ""), new Rule("(.)\\1+", "$1"));

	private Sound() {
	}

	/** Of a word as {@link Words} makes them; empty when it says nothing. */
	public static String of(String word) {
		String sound = Typo.latin(word);
		for (Rule rule : RULES) {
			sound = rule.pattern().matcher(sound).replaceAll(rule.replacement());
		}
		return (sound.length() < SHORTEST) ? "" : sound;
	}

	private record Rule(Pattern pattern, String replacement) {

		Rule(String pattern, String replacement) {
			this(Pattern.compile(pattern), replacement);
		}

	}

}
