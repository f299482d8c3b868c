package kz.duken.product;

import kz.duken.product.word.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	static SearchEntry of(Card card) {
		Weights weights = new Weights();
		weights.add('A', Stream.of(card.name()));
		weights.add('B', Stream.concat(Stream.ofNullable(card.brand()), card.tags().stream()));
		weights.add('C',
				card.attributes()
					.stream()
					.flatMap((attribute) -> Stream.of(attribute.name(), attribute.writtenValue(),
							(attribute.unit() != null) ? attribute.unit() : "")));
		return new SearchEntry(Words.nameKey(card.name()), FilterKey.of(card).toList(),
				(weights.written() + " '" + TextQuery.categoryWord(card.categoryId()) + "'").strip(),
				List.copyOf(weights.places.keySet()));
	}

	/** Where each word stands, with its weight. */
	private static final class Weights {

		/** PostgreSQL keeps no more. */
		private static final int PLACES_PER_WORD = 255;

		private static final int LAST_PLACE = 16_383;

		private final Map<String, List<String>> places = new LinkedHashMap<>();

		private int next = 1;

		void add(char weight, Stream<String> texts) {
			texts.flatMap((text) -> Words.of(text).stream()).forEach((word) -> {
				add(word, weight);
				List<String> parts = Words.parts(word);
				if (parts.size() > 1) {
					parts.forEach((part) -> add(part, weight));
				}
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
