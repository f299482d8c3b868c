package kz.duken.product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.duken.product.TextQuery.Typed;
import kz.duken.product.category.CategoryWords;
import kz.duken.product.word.Words;
import kz.duken.product.word.Words.Word;

import org.springframework.stereotype.Component;

/**
 * What people mean by the words that they type. A word is taken at its word, and also for
 * its stem, for the known words that sound like it, and for the categories that it names.
 * When hardly a card is found so, it may be mistyped, too: on the other keyboard, or with
 * a slip or two.
 */
@Component
class Meaning {

	private final Spelling spelling;

	private final Mending mending;

	private final CategoryWords categories;

	Meaning(Spelling spelling, Mending mending, CategoryWords categories) {
		this.spelling = spelling;
		this.mending = mending;
		this.categories = categories;
	}

	/**
	 * What is meant by any of the phrases, if there is a word in them.
	 * @param forgiving whether they may be mistyped, too
	 * @param asOf words that cards brought later do not count
	 */
	Optional<TextQuery> of(List<String> phrases, boolean forgiving, Instant asOf) {
		List<List<Typed>> typed = TextQuery.typed(phrases);
		if (typed.isEmpty()) {
			return Optional.empty();
		}
		if (!forgiving) {
			return Optional.of(understood(taken(typed, Set.of(), false), Map.of(), asOf));
		}
		Set<String> known = this.spelling.known(
				typed.stream().flatMap(List::stream).flatMap((one) -> one.switched().stream().map(Word::text)).toList(),
				asOf);
		List<List<Typed>> taken = taken(typed, known, true);
		Map<String, List<String>> mended = this.mending.of(
				words(taken.stream().flatMap(List::stream).filter((one) -> !isKnown(one, known)).map(Typed::words)),
				asOf);
		return Optional.of(understood(taken, mended, asOf));
	}

	/** Which of the words may be meant for those on the other keyboard. */
	private static List<List<Typed>> taken(List<List<Typed>> typed, Set<String> known, boolean switched) {
		return typed.stream()
			.map((phrase) -> phrase.stream()
				.map((one) -> new Typed(one.words(), (switched && isTaken(one, known)) ? one.switched() : List.of()))
				.toList())
			.toList();
	}

	/** Model numbers are not in the vocabulary, so any may be meant. */
	private static boolean isTaken(Typed typed, Set<String> known) {
		return !typed.switched().equals(typed.words()) && (isKnown(typed, known)
				|| typed.switched().stream().allMatch((word) -> word.parts().stream().anyMatch(Words::isNumber)));
	}

	private static boolean isKnown(Typed typed, Set<String> known) {
		return !typed.switched().isEmpty() && !typed.switched().equals(typed.words())
				&& typed.switched().stream().map(Word::text).allMatch(known::contains);
	}

	private TextQuery understood(List<List<Typed>> typed, Map<String, List<String>> mended, Instant asOf) {
		Set<String> words = words(
				typed.stream().flatMap(List::stream).flatMap((one) -> Stream.of(one.words(), one.switched())));
		mended.values().forEach(words::addAll);
		Map<String, List<String>> stems = this.spelling.stems(words);
		stems.values().forEach(words::addAll);
		Map<String, List<String>> alike = this.spelling.soundingLike(words, asOf);
		Map<String, List<UUID>> named = this.categories.meantBy(words);
		alike.values().forEach(words::addAll);
		return new TextQuery(typed, (word) -> {
			List<String> kin = new ArrayList<>(List.of(word));
			kin.addAll(mended.getOrDefault(word, List.of()));
			List.copyOf(kin).forEach((one) -> kin.addAll(stems.getOrDefault(one, List.of())));
			List<UUID> meant = kin.stream()
				.flatMap((one) -> named.getOrDefault(one, List.of()).stream())
				.distinct()
				.toList();
			List.copyOf(kin).forEach((one) -> kin.addAll(alike.getOrDefault(one, List.of())));
			return new TextQuery.Others(kin, meant);
		}, this.spelling.begunBy(words, asOf));
	}

	private static Set<String> words(Stream<List<Word>> typed) {
		return typed.flatMap(Collection::stream)
			.flatMap((word) -> Stream.concat(Stream.of(word.text()), word.parts().stream()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
