package kz.duken.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.duken.product.word.Words;

/**
 * How a card is found.
 *
 * @param nameKey by which it is sorted, and found by its name given whole
 * @param filterKeys see {@link FilterKey}
 * @param words a {@code tsvector} in writing; the name weighs A, brand and tags B, the
 * attributes C; the category has no weight
 * @param vocabulary the words themselves
 */
record SearchEntry(String nameKey, List<String> filterKeys, String words, List<String> vocabulary) {

	/** Grows when the entry of an unchanged card changes; see {@link Reindexing}. */
	static final int VERSION = 1;

	/** Before the words that stand in the name or brand, where they stand once more. */
	static final String NAME = "name:";

	static SearchEntry of(Card card) {
		Weights weights = new Weights();
		weights.add('A', Stream.of(card.name()), true);
		weights.add('B', Stream.ofNullable(card.brand()), true);
		weights.add('B', card.tags().stream(), false);
		weights.add('C', card.attributes().stream().flatMap(SearchEntry::texts), false);
		return new SearchEntry(Words.nameKey(card.name()), FilterKey.of(card).toList(),
				(weights.written() + " '" + categoryWord(card.categoryId()) + "'").strip(),
				weights.places.keySet().stream().filter((word) -> !word.startsWith(NAME)).toList());
	}

	/** The word by which a card is found that stands in the category. */
	static String categoryWord(UUID id) {
		return "category:" + id;
	}

	/** What a card says that it is not or has not, it is not found by. */
	private static Stream<String> texts(Attribute attribute) {
		if (attribute.value() instanceof Boolean truth) {
			return truth ? Stream.of(attribute.name()) : Stream.empty();
		}
		return Stream.of(attribute.name(),
				attribute.writtenValue() + " " + Objects.requireNonNullElse(attribute.unit(), ""));
	}

	/** Where each word stands, with its weight. */
	private static final class Weights {

		/** PostgreSQL keeps no more. */
		private static final int PLACES_PER_WORD = 255;

		private static final int LAST_PLACE = 16_383;

		private final Map<String, List<String>> places = new LinkedHashMap<>();

		private int next = 1;

		void add(char weight, Stream<String> texts, boolean name) {
			texts.flatMap((text) -> Words.withParts(text).stream()).forEach((word) -> {
				Stream
					.concat(Stream.of(word.text()),
							word.parts()
								.stream()
								.flatMap((part) -> Stream.concat(Stream.of(part), Words.parts(part).stream())))
					.distinct()
					.forEach((one) -> {
						add(one, weight);
						if (name) {
							add(NAME + one, weight);
						}
					});
				this.next = Math.min(this.next + 1, LAST_PLACE);
			});
		}

		private void add(String word, char weight) {
			List<String> known = this.places.computeIfAbsent(word, (key) -> new ArrayList<>());
			if (known.size() < PLACES_PER_WORD) {
				known.add(this.next + String.valueOf(weight));
			}
		}

		String written() {
			return this.places.entrySet()
				.stream()
				.map((word) -> "'" + word.getKey() + "':" + String.join(",", word.getValue()))
				.collect(Collectors.joining(" "));
		}

	}

}
