package kz.duken.product.word;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a word may be meant by what somebody typed. Words are compared in Latin
 * letters, so that Cyrillic ones are alike in PostgreSQL's trigrams whatever the
 * database's locale.
 */
public final class Typo {

	/** Shorter words are too much like one another. */
	public static final int SHORTEST = 4;

	private static final int LONG = 8;

	private Typo() {
	}

	/** How many slips are forgiven in a word of this length. */
	public static int allowed(int length) {
		return (length < SHORTEST) ? 0 : (length < LONG) ? 1 : 2;
	}

	/**
	 * The number of slips between what was typed and the beginning of a word that is most
	 * like it: a letter too much, missing, wrong, or two swapped (optimal string
	 * alignment distance; Boytsov, "Indexing methods for approximate dictionary
	 * searching", 2011).
	 */
	public static int slips(String typed, String word) {
		return IntStream.of(slipsToBeginnings(typed, word)).min().orElseThrow();
	}

	/** Whether one slip at most makes a word, all of it, of what was typed. */
	public static boolean isAlmost(String typed, String word) {
		return slipsToBeginnings(typed, word)[word.length()] <= 1;
	}

	/** By the beginning's length. */
	private static int[] slipsToBeginnings(String typed, String word) {
		int[] beforeLast = new int[word.length() + 1];
		int[] last = new int[word.length() + 1];
		int[] row = new int[word.length() + 1];
		for (int j = 0; j <= word.length(); j++) {
			last[j] = j;
		}
		for (int i = 1; i <= typed.length(); i++) {
			row[0] = i;
			for (int j = 1; j <= word.length(); j++) {
				int change = (typed.charAt(i - 1) == word.charAt(j - 1)) ? 0 : 1;
				row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
				if (i > 1 && j > 1 && typed.charAt(i - 1) == word.charAt(j - 2)
						&& typed.charAt(i - 2) == word.charAt(j - 1)) {
					row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
				}
			}
			int[] free = beforeLast;
			beforeLast = last;
			last = row;
			row = free;
		}
		return last;
	}

	/**
	 * A short word and what is left of it without one of its letters: two words have one
	 * in common when one slip makes one of the other. None of a word that is long.
	 */
	public static Set<String> deletions(String word) {
		if (word.length() < SHORTEST - 1 || word.length() > LONG) {
			return Set.of();
		}
		Set<String> deletions = new TreeSet<>(Set.of(word));
		for (int place = 0; place < word.length(); place++) {
			deletions.add(word.substring(0, place) + word.substring(place + 1));
		}
		return deletions;
	}

	/** Russian and Kazakh letters in Latin ones; others as they are. */
	public static String latin(String word) {
		return word.chars().mapToObj((letter) -> latin((char) letter)).collect(Collectors.joining());
	}

	private static String latin(char letter) {
		return switch (letter) {
			case 'а', 'ә' -> "a";
			case 'б' -> "b";
			case 'в' -> "v";
			case 'г', 'ғ' -> "g";
			case 'д' -> "d";
			case 'е', 'э' -> "e";
			case 'ж' -> "zh";
			case 'з' -> "z";
			case 'и', 'і' -> "i";
			case 'к', 'қ' -> "k";
			case 'л' -> "l";
			case 'м' -> "m";
			case 'н', 'ң' -> "n";
			case 'о', 'ө' -> "o";
			case 'п' -> "p";
			case 'р' -> "r";
			case 'с' -> "s";
			case 'т' -> "t";
			case 'у', 'ұ', 'ү' -> "u";
			case 'ф' -> "f";
			case 'х', 'һ' -> "h";
			case 'ц' -> "ts";
			case 'ч' -> "ch";
			case 'ш' -> "sh";
			case 'щ' -> "sch";
			case 'ъ', 'ь' -> "";
			case 'ы' -> "y";
			case 'ю' -> "yu";
			case 'я' -> "ya";
			default -> String.valueOf(letter);
		};
	}

}
