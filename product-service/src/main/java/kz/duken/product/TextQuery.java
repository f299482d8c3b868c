package kz.duken.product;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was typed into the search field, as PostgreSQL's full-text search reads it. */
final class TextQuery {

	/** More words are not looked at; several phrases share them. */
	private static final int MAX_WORDS = 16;

	private TextQuery() {
	}

	/**
	 * A {@code tsquery} for cards that have all words of any of the phrases, each word
	 * given whole or by its beginning; empty when there is no word in them.
	 */
	static Optional<String> precise(List<String> phrases) {
		return of(phrases, (word) -> List.of());
	}

	/**
	 * As {@link #precise}, but for each word others will do as well.
	 * @param alike the other words
	 */
	static Optional<String> of(List<String> phrases, Function<String, List<String>> alike) {
		int each = Math.max(1, MAX_WORDS / Math.max(1, phrases.size()));
		String query = phrases.stream()
			.map((phrase) -> Words.of(phrase).stream().distinct().limit(each).toList())
			.filter((words) -> !words.isEmpty())
			.map((words) -> words.stream()
				.map((word) -> anyOf(Stream.concat(Stream.of(word), alike.apply(word).stream())))
				.collect(Collectors.joining(" & ", "(", ")")))
			.collect(Collectors.joining(" | "));
		return query.isEmpty() ? Optional.empty() : Optional.of(query);
	}

	private static String anyOf(Stream<String> words) {
		return words.distinct().map(TextQuery::beginning).collect(Collectors.joining(" | ", "(", ")"));
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

}
