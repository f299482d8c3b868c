package kz.duken.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.duken.product.word.Words;

/**
 * How a card is found.
 *
 * @param nameKey by which it is sorted, and found by its name given whole
 * @param filterKeys see {@link FilterKey}
 * @param facetKeys see {@link FilterKey#counted}
 * @param nameWords the words of name and brand, which weigh A and B; a {@code tsvector}
 * in writing
 * @param words likewise, with those of the tags, which weigh B, and of the attributes, C
 * @param vocabulary the words themselves
 */
record SearchEntry(String nameKey, List<String> filterKeys, List<String> facetKeys, String nameWords, String words,
		List<String> vocabulary) {

	/** Grows when the entry of an unchanged card changes; see {@link Reindexing}. */
	static final int VERSION = 4;

	static SearchEntry of(Card card) {
		Weights words = new Weights();
		words.add('A', Stream.of(card.name()));
		words.add('B', Stream.ofNullable(card.brand()));
		String nameWords = words.written();
		words.add('B', card.tags().stream());
		words.add('C', card.attributes().stream().flatMap(SearchEntry::texts));
		return new SearchEntry(Words.nameKey(card.name()), FilterKey.of(card).toList(),
				FilterKey.counted(card).toList(), nameWords, words.written(), List.copyOf(words.places.keySet()));
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

		void add(char weight, Stream<String> texts) {
			texts.flatMap((text) -> Words.withParts(text).stream()).forEach((word) -> {
				Stream.concat(Stream.of(word.text()), word.parts().stream())
					.flatMap((one) -> Stream.concat(Stream.of(one), Words.parts(one).stream()))
					.distinct()
					.forEach((one) -> add(one, weight));
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
