package kz.duken.product;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.duken.product.word.Typo;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mistyped words, and the words of cards that they were to be. */
@Repository
class Mending {

	private static final Pattern MENDED = Pattern.compile("\\p{L}{4,40}");

	/** Of one search so many words are looked at: each costs as much as a search. */
	private static final int MAX_WORDS = 6;

	/** Of the words that are alike, those worth a closer look. */
	private static final int CANDIDATES = 60;

	/** So many words may be meant by one. */
	private static final int MEANT = 5;

	/**
	 * Short words are found by what is left of both without a letter (Garbe's symmetric
	 * deletes, one deep). It costs little.
	 */
	private static final String BY_DELETIONS = """
			(with close as materialized (
				select word, latin from spelling where deletions && typed.deletions and learnt_at <= :asOf
			)
			select word, latin from close order by word limit :candidates)""";

	/** Long ones, and beginnings, by their trigrams; of short ones a slip leaves few. */
	private static final String BY_TRIGRAMS = """
			(select word, latin from spelling where latin % typed.latin and learnt_at <= :asOf
			order by latin <-> typed.latin limit :candidates)""";

	/** A word that stands on one of a hundred cards is on one of these. */
	private static final int NEWEST = 300;

	/** What is shorter may be the beginning of many a word. */
	private static final int WHOLE = 6;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Mending(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The words that are most like what was typed, of those that stood on cards at an
	 * instant and stand on one now; of a word that seems to be typed to its end, those
	 * that one slip makes of it before longer ones. A word that nothing is like is
	 * absent.
	 */
	Map<String, List<String>> of(Collection<String> typed, Instant asOf) {
		List<Typed> mended = typed.stream()
			.distinct()
			.filter((word) -> MENDED.matcher(word).matches())
			.limit(MAX_WORDS)
			.map((word) -> new Typed(word, Typo.latin(word), Typo.deletions(Typo.latin(word))))
			.toList();
		if (mended.isEmpty()) {
			return Map.of();
		}
		Map<String, List<String>> meant = meant(
				alike(mended.stream().filter(Typed::isWhole).toList(), BY_DELETIONS, asOf)
					.filter((alike) -> Typo.isAlmost(alike.typedLatin(), alike.latin())));
		List<Typed> others = mended.stream().filter((one) -> !meant.containsKey(one.word())).toList();
		meant.putAll(meant(alike(others, BY_DELETIONS + " union " + BY_TRIGRAMS, asOf)));
		return meant;
	}

	private Map<String, List<String>> meant(Stream<Alike> candidates) {
		Map<String, List<Alike>> byTyped = candidates
			.filter((alike) -> alike.slips() <= Typo.allowed(alike.typedLatin().length())
					&& !alike.word().startsWith(alike.typed()))
			.collect(Collectors.groupingBy(Alike::typed));
		Set<String> alive = onCards(
				byTyped.values().stream().flatMap(List::stream).map(Alike::word).collect(Collectors.toSet()));
		Map<String, List<String>> meant = new HashMap<>();
		byTyped.forEach((word, alike) -> nearest(alike, alive)
			.ifPresent((nearest) -> meant.put(word, nearest.stream().map(Alike::word).limit(MEANT).toList())));
		return meant;
	}

	private static Optional<List<Alike>> nearest(List<Alike> alike, Set<String> alive) {
		return alike.stream()
			.filter((one) -> alive.contains(one.word()))
			.collect(Collectors.groupingBy(Alike::slips, TreeMap::new, Collectors.toList()))
			.values()
			.stream()
			.findFirst();
	}

	private Stream<Alike> alike(List<Typed> typed, String near, Instant asOf) {
		if (typed.isEmpty()) {
			return Stream.empty();
		}
		return this.jdbc.sql("""
				select typed.word as typed, typed.latin as typed_latin, near.word, near.latin
				from jsonb_to_recordset(cast(:typed as jsonb)) as typed (word text, latin text, deletions text[])
				cross join lateral (%s) near
				order by near.word
				""".formatted(near))
			.param("typed", this.json.writeValueAsString(typed))
			.param("asOf", asOf.atOffset(ZoneOffset.UTC))
			.param("candidates", CANDIDATES)
			.query((row, number) -> new Alike(row.getString("typed"), row.getString("typed_latin"),
					row.getString("word"), row.getString("latin")))
			.list()
			.stream();
	}

	private Set<String> onCards(Set<String> words) {
		if (words.isEmpty()) {
			return Set.of();
		}
		// a common word is seen among the newest cards, a rare one soon in the index; the
		// query within is planned as if all its rows were wanted, so by its index
		return new HashSet<>(this.jdbc.sql("""
				with newest as materialized (
					select p.search_words from product p where p.deleted_at is null
					order by p.created_at desc, p.id desc limit :newest
				)
				select asked.word
				from (
					select word, cast(quote_literal(word) as tsquery) as query
					from unnest(cast(:words as text[])) as word
				) as asked
				where exists (select from newest where newest.search_words @@ asked.query)
					or exists (
						with cards as materialized (
							select from product p where p.search_words @@ asked.query and p.deleted_at is null
						)
						select from cards
					)
				""").param("words", words.toArray(String[]::new)).param("newest", NEWEST).query(String.class).list());
	}

	private record Typed(String word, String latin, Collection<String> deletions) {

		private boolean isWhole() {
			return this.latin.length() >= WHOLE;
		}

	}

	private record Alike(String typed, String typedLatin, String word, String latin) {

		private int slips() {
			return Typo.slips(this.typedLatin, this.latin);
		}

	}

}
