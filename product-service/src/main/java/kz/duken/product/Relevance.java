package kz.duken.product;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.duken.commons.page.Cursor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The best match first. Few matches are all ranked. Of many, those are ranked that have
 * what was typed in their name or brand, of these the newest; all others follow, the
 * newest first, so that paging comes to every match.
 */
@Component
class Relevance {

	private static final int RANKED = 1000;

	/** Keys of cards that are not ranked are microseconds, so less. */
	private static final long RANKS = 100_000_000_000_000_000L;

	private static final int MICROS = 1_000_000;

	private static final String SINCE = "(p.created_at, p.id) >= (:oldestAt, :oldestId)";

	private final FoundRows rows;

	Relevance(FoundRows rows) {
		this.rows = rows;
	}

	/**
	 * What is looked for.
	 *
	 * @param words if there are any
	 * @param precise what comes before other matches, if that matters
	 * @param asOf cards that came later are not in the list
	 */
	record Asked(ProductQuery query, Optional<TextQuery> words, Optional<TextQuery> precise, Instant asOf) {

		Conditions matching() {
			return Conditions.filters(this.query)
				.text(this.query, this.words.map(TextQuery::match))
				.add("p.created_at <= :asOf", Map.of("asOf", this.asOf.atOffset(ZoneOffset.UTC)));
		}

		/** Named as what was typed, or having it in the name or brand. */
		String isStrong(Conditions conditions) {
			List<String> ways = new ArrayList<>(List.of(conditions.givenWhole(this.query)));
			this.words.ifPresent((words) -> ways.add(has("inName", words.inName(), conditions)));
			this.precise.ifPresent((words) -> ways.add(has("precise", words.match(), conditions)));
			return "(" + String.join(" or ", ways) + ")";
		}

		/** A name or id given whole comes first, then what is precisely meant. */
		String key(Conditions conditions) {
			String precisely = this.precise.map((words) -> has("precise", words.match(), conditions)).orElse("true");
			String rank = this.words.map((words) -> {
				conditions.with(Map.of("ranked", words.ranked()));
				return "cast(round(ts_rank(p.search_words, cast(:ranked as tsquery)) * 1000000) as bigint)";
			}).orElse("0");
			return "cast(case when %s then 3 when %s then 2 else 1 end * %d + %s as bigint)"
				.formatted(conditions.givenWhole(this.query), precisely, RANKS, rank);
		}

		private static String has(String name, String words, Conditions conditions) {
			conditions.with(Map.of(name, words));
			return "p.search_words @@ cast(:" + name + " as tsquery)";
		}

	}

	/**
	 * Rows of the list.
	 *
	 * @param oldest see {@link Place}
	 */
	record Found(List<FoundRows.Found> rows, Place.@Nullable Oldest oldest) {
	}

	Found find(Asked asked, @Nullable Place after, int limit) {
		Place.Oldest oldest = (after != null) ? after.oldest() : oldest(asked);
		List<FoundRows.Found> found = new ArrayList<>();
		boolean ranked = after == null || Long.parseLong(after.key()) >= RANKS;
		if (ranked) {
			found.addAll(ranked(asked, oldest, after, limit));
		}
		if (oldest != null && found.size() < limit) {
			found.addAll(others(asked, oldest, ranked ? null : after, limit - found.size()));
		}
		return new Found(found, oldest);
	}

	/** Since when cards are ranked, unless all are. */
	private Place.@Nullable Oldest oldest(Asked asked) {
		if (this.rows.count(asked.matching(), ProductSearch.FEW) < ProductSearch.FEW) {
			return null;
		}
		Conditions strong = asked.matching();
		strong.add(asked.isStrong(strong), Map.of());
		return (this.rows.count(strong, RANKED) < RANKED) ? Place.Oldest.OF_ALL : this.rows.oldest(strong, RANKED);
	}

	private List<FoundRows.Found> ranked(Asked asked, Place.@Nullable Oldest oldest, @Nullable Place after, int limit) {
		Conditions conditions = asked.matching();
		if (oldest != null) {
			conditions.add(asked.isStrong(conditions), Map.of()).add(SINCE, since(oldest));
		}
		String candidates = conditions.all();
		String key = asked.key(conditions);
		ProductSort sort = ProductSort.RELEVANCE;
		if (after != null) {
			conditions.with(after.parameters());
		}
		return this.rows.find("""
				with candidates as materialized (
					select p.id, p.name_key, p.search_words from product p where %s
				), found as (
					select p.id, %s as sort_key from candidates p where %s order by %s limit :limit
				)
				""".formatted(candidates, key, (after != null) ? sort.after(key) : "true", sort.orderBy()), conditions,
				sort, limit);
	}

	private List<FoundRows.Found> others(Asked asked, Place.Oldest oldest, @Nullable Place after, int limit) {
		Conditions conditions = asked.matching();
		conditions.add("not (" + asked.isStrong(conditions) + " and " + SINCE + ")", since(oldest));
		if (after != null) {
			conditions.add("(p.created_at, p.id) < (:afterAt, cast(:afterId as uuid))",
					Map.of("afterAt", instant(after.key()).atOffset(ZoneOffset.UTC), "afterId", after.id()));
		}
		return this.rows.find("""
				with found as (
					select p.id, cast(extract(epoch from p.created_at) * 1000000 as bigint) as sort_key
					from product p where %s order by p.created_at desc, p.id desc limit :limit
				)
				""".formatted(conditions.all()), conditions, ProductSort.RELEVANCE, limit);
	}

	private static Map<String, Object> since(Place.Oldest oldest) {
		return Map.of("oldestAt", oldest.createdAt().atOffset(ZoneOffset.UTC), "oldestId", oldest.id());
	}

	private static Instant instant(String micros) {
		long since = Long.parseLong(micros);
		if (since < 0) {
			throw Cursor.madeUp();
		}
		return Instant.ofEpochSecond(since / MICROS, since % MICROS * 1000);
	}

}
