package kz.duken.product;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import kz.duken.product.word.Keyboard;
import kz.duken.product.word.Words;
import kz.duken.product.word.Words.Word;

/** What was typed into the search field, as PostgreSQL's full-text search reads it. */
final class TextQuery {

	/** More words are not looked at; several phrases share them. */
	private static final int MAX_WORDS = 16;

	/** Of more parts, there are too many ways to join some. */
	private static final int MOST_WORDINGS = 4;

	/** Shorter words begin too many others. */
	private static final int SHORTEST_BEGINNING = 3;

	private final List<List<Typed>> phrases;

	private final Function<String, Others> others;

	private final Map<String, List<String>> begun;

	/**
	 * @param phrases as {@link #typed} makes them
	 * @param others what will do as well as a word
	 * @param begun by a beginning, all words on cards that have it; one that is absent is
	 * looked up as such, which takes several times as long
	 */
	TextQuery(List<List<Typed>> phrases, Function<String, Others> others, Map<String, List<String>> begun) {
		this.phrases = phrases;
		this.others = others;
		this.begun = begun;
	}

	/**
	 * What stands between two spaces.
	 *
	 * @param words all are meant
	 * @param switched or all of these, of the same keys on the other keyboard
	 */
	record Typed(List<Word> words, List<Word> switched) {
	}

	/** What a typed word may stand for. */
	record Others(List<String> words, List<UUID> categories) {
	}

	/** What is looked at, phrase by phrase; phrases without a word are left out. */
	static List<List<Typed>> typed(List<String> phrases) {
		int each = Math.max(1, MAX_WORDS / Math.max(1, phrases.size()));
		return phrases.stream().map((phrase) -> typed(phrase, each)).filter((typed) -> !typed.isEmpty()).toList();
	}

	private static List<Typed> typed(String phrase, int most) {
		List<Typed> typed = new ArrayList<>();
		int left = most;
		for (String one : Words.typed(phrase).stream().distinct().toList()) {
			List<Word> words = Words.withParts(one).stream().limit(left).toList();
			left -= words.size();
			List<Word> switched = Words.withParts(Keyboard.switched(one));
			if (!words.isEmpty()) {
				typed.add(new Typed(words, switched.stream().limit(most).toList()));
			}
		}
		return typed;
	}

	/**
	 * Something that a card must have.
	 *
	 * @param words a {@code tsquery}: each word given whole or by its beginning
	 * @param categories in one of which it may stand instead
	 */
	record Clause(String words, Set<UUID> categories) {
	}

	/** A card must fulfil all clauses of any phrase. */
	List<List<Clause>> match() {
		return this.phrases.stream().map(this::clauses).toList();
	}

	private List<Clause> clauses(List<Typed> phrase) {
		List<Clause> all = IntStream.range(0, phrase.size())
			.boxed()
			.flatMap((place) -> clauses(phrase.get(place), place == phrase.size() - 1))
			.toList();
		List<Clause> clauses = new ArrayList<>(
				all.stream().filter((clause) -> !clause.categories().isEmpty()).toList());
		if (clauses.size() < all.size()) {
			clauses.addFirst(new Clause(all.stream()
				.filter((clause) -> clause.categories().isEmpty())
				.map(Clause::words)
				.collect(Collectors.joining(" & ")), Set.of()));
		}
		return clauses;
	}

	/** One for each word; either all words or all of the other keyboard are one thing. */
	private Stream<Clause> clauses(Typed typed, boolean last) {
		List<Word> words = typed.words();
		if (typed.switched().isEmpty()) {
			return IntStream.range(0, words.size())
				.mapToObj((place) -> new Clause(word(words.get(place), last && place == words.size() - 1),
						meantBy(words.get(place))));
		}
		Set<UUID> categories = common(words.stream().map(this::meantBy));
		categories.addAll(common(typed.switched().stream().map(this::meantBy)));
		return Stream.of(new Clause(typed(typed, last), categories));
	}

	/** The categories that have the word, or each of its parts. */
	private Set<UUID> meantBy(Word word) {
		Set<UUID> categories = new LinkedHashSet<>(this.others.apply(word.text()).categories());
		categories.addAll(common(word.parts().stream().map((part) -> this.others.apply(part).categories())));
		return categories;
	}

	private static Set<UUID> common(Stream<? extends Collection<UUID>> meant) {
		return meant.<Set<UUID>>map(LinkedHashSet::new).reduce((all, more) -> {
			all.retainAll(more);
			return all;
		}).orElseGet(LinkedHashSet::new);
	}

	/**
	 * A {@code tsquery} by the words alone, to tell how well a card matches: the same
	 * when more words begin as these do.
	 */
	String ranked() {
		return new TextQuery(this.phrases, this.others, Map.of()).phrases(" & ");
	}

	/**
	 * Likewise by what was typed alone, without what sounds like it or else would do as
	 * well: but what is typed in Cyrillic letters is as often written in Latin ones.
	 */
	String rankedAsTyped() {
		return new TextQuery(this.phrases,
				(word) -> Words.isCyrillic(word) ? this.others.apply(word) : new Others(List.of(), List.of()), Map.of())
			.phrases(" & ");
	}

	/** Whether {@link #inName} says all that {@link #match} does, of the words. */
	boolean isOneWord() {
		return this.phrases.stream().allMatch((phrase) -> phrase.size() == 1);
	}

	/** For the words of the name and brand: that one of these is among them. */
	String inName() {
		return phrases(" | ");
	}

	private String phrases(String operator) {
		return this.phrases.stream()
			.map((phrase) -> joined(phrase, true, this::typed, operator))
			.collect(Collectors.joining(" | "));
	}

	private String typed(Typed typed, boolean last) {
		return Stream.of(typed.words(), typed.switched())
			.filter((words) -> !words.isEmpty())
			.map((words) -> joined(words, last, this::word, " & "))
			.collect(Collectors.joining(" | ", "(", ")"));
	}

	/**
	 * @param last whether the last of them is what is typed last, so perhaps not to its
	 * end
	 */
	private static <T> String joined(List<T> all, boolean last, BiFunction<T, Boolean, String> written,
			String operator) {
		return IntStream.range(0, all.size())
			.mapToObj((place) -> written.apply(all.get(place), last && place == all.size() - 1))
			.collect(Collectors.joining(operator, "(", ")"));
	}

	/** {@code iphone15} finds what was written as iPhone 15, too. */
	private String word(Word word, boolean last) {
		boolean beginning = isBeginning(word.text(), last) && (last || !word.isMeasure());
		String whole = anyOf(word.text(), beginning);
		if (word.parts().size() == 1 || word.isMeasure()) {
			return whole;
		}
		return wordings(word.parts()).stream()
			.map((parts) -> joined(parts, true, (part, end) -> anyOf(part, end && isBeginning(part, last)), " <-> "))
			.collect(Collectors.joining(" | ", "(" + whole + " | ", ")"));
	}

	/**
	 * All ways to write the parts as two words or more: {@code s24ultra} is S24 Ultra,
	 * too.
	 */
	private static Set<List<String>> wordings(List<String> parts) {
		if (parts.size() > MOST_WORDINGS) {
			return Set.of(parts);
		}
		Set<List<String>> wordings = new LinkedHashSet<>(Set.of(parts));
		for (int end = 1; end < parts.size(); end++) {
			String first = String.join("", parts.subList(0, end));
			List<String> rest = parts.subList(end, parts.size());
			wordings.add(List.of(first, String.join("", rest)));
			wordings(rest).forEach((others) -> wordings.add(Stream.concat(Stream.of(first), others.stream()).toList()));
		}
		return wordings;
	}

	private static boolean isBeginning(String word, boolean last) {
		return last || (word.length() >= SHORTEST_BEGINNING && !Words.isNumber(word));
	}

	private String anyOf(String word, boolean beginning) {
		return Stream.concat(beginning ? whatBegins(word) : Stream.of(lexeme(word)),
				this.others.apply(word).words().stream().filter((one) -> !one.equals(word)).flatMap(this::whatBegins))
			.distinct()
			.collect(Collectors.joining(" | ", "(", ")"));
	}

	private Stream<String> whatBegins(String word) {
		List<String> words = this.begun.get(word);
		return (words != null) ? words.stream().map(TextQuery::lexeme) : Stream.of(lexeme(word) + ":*");
	}

	private static String lexeme(String word) {
		return "'" + word + "'";
	}

}
