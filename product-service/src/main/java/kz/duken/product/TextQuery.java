package kz.duken.product;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.duken.product.word.Words;

/** What was typed into the search field, as PostgreSQL's full-text search reads it. */
final class TextQuery {

	/** More words are not looked at; several phrases share them. */
	private static final int MAX_WORDS = 16;

	private TextQuery() {
	}

	/** The words that are looked at, phrase by phrase. */
	static List<List<String>> words(List<String> phrases) {
		int each = Math.max(1, MAX_WORDS / Math.max(1, phrases.size()));
		return phrases.stream()
			.map((phrase) -> Words.of(phrase).stream().distinct().limit(each).toList())
			.filter((words) -> !words.isEmpty())
			.toList();
	}

	/**
	 * A {@code tsquery} for cards that have all words of any of the phrases, each word
	 * given whole or by its beginning; empty when there is no word in them.
	 * @param phrases as {@link #words} makes them
	 * @param others what will do as well as a word
	 */
	static Optional<String> of(List<List<String>> phrases, Function<String, Others> others) {
		String query = phrases.stream()
			.map((words) -> words.stream()
				.map((word) -> anyOf(word, others.apply(word)))
				.collect(Collectors.joining(" & ", "(", ")")))
			.collect(Collectors.joining(" | "));
		return query.isEmpty() ? Optional.empty() : Optional.of(query);
	}

	/** The word by which a card is found that stands in the category. */
	static String categoryWord(UUID id) {
		return "category:" + id;
	}

	private static String anyOf(String word, Others others) {
		Stream<String> words = Stream.concat(Stream.of(word), others.words().stream())
			.distinct()
			.map(TextQuery::beginning);
		Stream<String> categories = others.categories().stream().map((id) -> "'" + categoryWord(id) + "'");
		return Stream.concat(words, categories).collect(Collectors.joining(" | ", "(", ")"));
	}

	/** {@code iphone15} finds what was written as iPhone 15, too. */
	private static String beginning(String word) {
		List<String> parts = Words.parts(word);
		String whole = "'" + word + "':*";
		return (parts.size() == 1) ? whole
				: whole + parts.stream()
					.map((part) -> part.equals(parts.getLast()) ? "'" + part + "':*" : "'" + part + "'")
					.collect(Collectors.joining(" & ", " | (", ")"));
	}

	/** What a typed word may stand for. */
	record Others(List<String> words, List<UUID> categories) {
	}

}
