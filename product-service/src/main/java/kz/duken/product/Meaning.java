package kz.duken.product;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import kz.duken.product.category.CategoryWords;
import kz.duken.product.word.Keyboard;
import kz.duken.product.word.Words;

import org.springframework.stereotype.Component;

/**
 * What people mean by the words that they type. A word is taken at its word, and also for
 * its stem, for the known words that sound like it, and for the categories that it names.
 * Only when no card at all is found so, it is taken for mistyped: on the other keyboard,
 * or with a slip or two.
 */
@Component
class Meaning {

	private final Spelling spelling;

	private final CategoryWords categories;

	Meaning(Spelling spelling, CategoryWords categories) {
		this.spelling = spelling;
		this.categories = categories;
	}

	/**
	 * A {@code tsquery} for what is meant by any of the phrases, if there is a word in
	 * them.
	 * @param forgiving whether they may be mistyped
	 */
	Optional<String> of(List<String> phrases, boolean forgiving) {
		List<List<String>> typed = TextQuery.words(forgiving ? phrases.stream().map(this::retyped).toList() : phrases);
		Set<String> words = typed.stream().flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
		if (words.isEmpty()) {
			return Optional.empty();
		}
		Map<String, List<String>> mended = forgiving
				? words.stream().collect(Collectors.toMap((word) -> word, this.spelling::alike)) : Map.of();
		mended.values().forEach(words::addAll);
		Map<String, List<String>> stems = this.spelling.stems(words);
		stems.values().forEach(words::addAll);
		Map<String, List<String>> alike = this.spelling.soundingLike(words);
		Map<String, List<UUID>> named = this.categories.meantBy(words);
		return TextQuery.of(typed, (word) -> {
			List<String> kin = new ArrayList<>(List.of(word));
			kin.addAll(mended.getOrDefault(word, List.of()));
			List.copyOf(kin).forEach((one) -> kin.addAll(stems.getOrDefault(one, List.of())));
			List<UUID> meant = kin.stream()
				.flatMap((one) -> named.getOrDefault(one, List.of()).stream())
				.distinct()
				.toList();
			List.copyOf(kin).forEach((one) -> kin.addAll(alike.getOrDefault(one, List.of())));
			return new TextQuery.Others(kin, meant);
		});
	}

	/** The phrase as it was meant if the keyboard was left on the other language. */
	private String retyped(String phrase) {
		String switched = Keyboard.switched(phrase);
		List<String> words = Words.of(switched);
		return (!words.isEmpty() && words.stream().allMatch(this.spelling::isKnown)) ? switched : phrase;
	}

}
