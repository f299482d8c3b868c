package kz.duken.product.word;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody meant whose keyboard was left on the other language: {@code шзрщту} is
 * iphone. The layouts are those of Windows: US and Russian.
 */
public final class Keyboard {

	private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";

	private static final String CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё";

	private static final Map<Integer, Integer> OTHER = other();

	private Keyboard() {
	}

	private static Map<Integer, Integer> other() {
		Map<Integer, Integer> other = new HashMap<>();
		for (int key = 0; key < LATIN.length(); key++) {
			other.put((int) LATIN.charAt(key), (int) CYRILLIC.charAt(key));
			other.put((int) CYRILLIC.charAt(key), (int) LATIN.charAt(key));
		}
		return other;
	}

	/** The same keys on the other layout, in lower case. */
	public static String switched(String typed) {
		return typed.toLowerCase(java.util.Locale.ROOT)
			.codePoints()
			.map((letter) -> OTHER.getOrDefault(letter, letter))
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
	}

}
