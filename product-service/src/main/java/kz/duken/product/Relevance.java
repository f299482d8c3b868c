package kz.duken.product;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import kz.duken.commons.page.Cursor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The best match first. Few matches are all ranked. Of many, those are ranked whose name
 * or id was given whole, and those that have what was typed in their name or brand, of
 * these the newest; all others follow, the newest first, so that paging comes to every
 * match.
 */
@Component
class Relevance {

	private static final int RANKED = 1000;

	private static final int ALL = Integer.MAX_VALUE;

	/** Keys of cards that are not ranked are microseconds, so less. */
	private static final long RANKS = 100_000_000_000_000_000L;

	private static final int MICROS = 1_000_000;

	private static final String RANK = "ts_rank(p.search_words, cast(:%s as tsquery))";

	private static final String NEWEST = " order by p.created_at desc, p.id desc";

	private static final String IN_NO_ORDER = "";

	private static final String RANKED_BY = "p.id, p.created_at, p.name_key, p.category_id, p.search_words";

	private static final String NOBODY_ELSE = "select " + RANKED_BY + " from product p where false";

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

		/** All, few enough to be looked at one by one. */
		private Conditions few() {
			return known(Conditions.filters(this.query).text(this.query, this.words));
		}

		private Conditions many() {
			return known(Conditions.filters(this.query).commonText(this.query, this.words));
		}

		/** Of many, those that have what was typed in the name or brand. */
		private Conditions strong() {
			Conditions strong = Conditions.filters(this.query);
			strong.add(isStrong(strong), Map.of());
			// a second condition that says the same would be taken for another one
			return known(this.words.filter(TextQuery::isOneWord).isPresent() ? strong
					: strong.commonText(this.query, this.words));
		}

		private Conditions known(Conditions conditions) {
			return conditions.add("p.created_at <= :asOf", Map.of("asOf", this.asOf.atOffset(ZoneOffset.UTC)));
		}

		/**
		 * A query of the cards whose name or id was given whole, however many others
		 * match; of many, the newest.
		 */
		private String whole(String columns, Conditions conditions) {
			Conditions whole = known(Conditions.filters(this.query));
			whole.add(whole.givenWhole(this.query), Map.of());
			conditions.with(whole.parameters());
			return "select %s from product p where %s%s limit %d".formatted(columns, whole.all(), NEWEST, RANKED);
		}

		private String isStrong(Conditions conditions) {
			List<String> ways = new ArrayList<>();
			this.words.ifPresent((words) -> {
				conditions.with(Map.of("inName", words.inName()));
				ways.add("p.name_words @@ cast(:inName as tsquery)");
			});
			this.precise.ifPresent((words) -> ways.add(conditions.matches(words, "precise")));
			return ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")";
		}

		/**
		 * A name or id given whole comes first, then what is precisely meant. What was
		 * typed counts twice, so that in names it comes before what only sounds like it.
		 */
		private String key(Conditions conditions) {
			String precisely = this.precise.map((words) -> conditions.matches(words, "precise")).orElse("true");
			String rank = this.words.map((words) -> {
				conditions.with(Map.of("ranked", words.ranked(), "rankedAsTyped", words.rankedAsTyped()));
				return "cast(round((%s + %s) * 1000000) as bigint)".formatted(RANK.formatted("ranked"),
						RANK.formatted("rankedAsTyped"));
			}).orElse("0");
			return "cast(case when %s then 3 when %s then 2 else 1 end * %d + %s as bigint)"
				.formatted(conditions.givenWhole(this.query), precisely, RANKS, rank);
		}

	}

	/**
	 * Rows of the list.
	 *
	 * @param cards how many there are in all at a list's beginning, or
	 * {@link ProductSearch#FEW} when nobody needs to know that there are less
	 * @param oldest see {@link Place}
	 */
	record Listed(List<FoundRows.Found> rows, long cards, Place.@Nullable Oldest oldest) {
	}

	/**
	 * The first rows. One word often stands in many names, and then nobody counts where
	 * else it stands; several words together mostly find few cards.
	 */
	Listed first(Asked asked, int limit) {
		boolean oneWord = asked.words().filter(TextQuery::isOneWord).isPresent();
		FoundRows.Ranked strong = oneWord ? strong(asked, limit) : null;
		if (strong == null || strong.candidates() < RANKED) {
			FoundRows.Ranked all = rank(asked, asked.few(), NOBODY_ELSE, IN_NO_ORDER, RANKED, RANKED, null, limit);
			if (all.candidates() < RANKED) {
				return new Listed(all.rows(), all.candidates(), null);
			}
		}
		return many(asked, (strong != null) ? strong : strong(asked, limit), limit);
	}

	private FoundRows.Ranked strong(Asked asked, int limit) {
		Conditions strong = asked.strong();
		return rank(asked, strong, asked.whole(RANKED_BY, strong), NEWEST, RANKED, ALL, null, limit);
	}

	private Listed many(Asked asked, FoundRows.Ranked strong, int limit) {
		Place.Oldest oldest = (strong.candidates() == RANKED) ? strong.oldest() : Place.Oldest.OF_ALL;
		return new Listed(withOthers(asked, strong.rows(), oldest, limit), ProductSearch.FEW, oldest);
	}

	/** The rows after a place, as the list was begun. */
	Listed next(Asked asked, Place after, int limit) {
		Place.Oldest oldest = after.oldest();
		boolean ranked = Long.parseLong(after.key()) >= RANKS;
		if (!ranked && oldest != null) {
			return new Listed(others(asked, oldest, after, limit), ProductSearch.FEW, oldest);
		}
		Conditions conditions = (oldest != null) ? asked.strong().add(SINCE, since(oldest)) : asked.few();
		String others = (oldest != null) ? asked.whole(RANKED_BY, conditions) : NOBODY_ELSE;
		List<FoundRows.Found> rows = rank(asked, conditions, others, IN_NO_ORDER, ProductSearch.FEW, ALL, after, limit)
			.rows();
		return new Listed(withOthers(asked, rows, oldest, limit), ProductSearch.FEW, oldest);
	}

	/**
	 * @param whole a query of cards that are ranked though they are no candidates
	 * @param most so many candidates are looked at
	 * @param tooMany when there are so many, none is ranked and there are no rows
	 */
	private FoundRows.Ranked rank(Asked asked, Conditions conditions, String whole, String order, int most, int tooMany,
			@Nullable Place after, int limit) {
		String candidates = conditions.all() + order;
		String key = asked.key(conditions);
		ProductSort sort = ProductSort.RELEVANCE;
		if (after != null) {
			conditions.with(after.parameters());
		}
		return this.rows.rank("""
				with candidates as materialized (
					select %1$s from product p where %2$s limit :most
				), found as (
					select p.id, %4$s as sort_key
					from (
						select %1$s from candidates p where (select count(*) from candidates) < :tooMany
						union all
						select * from (%3$s) p where p.id not in (select id from candidates)
					) as p
					where %5$s order by %6$s limit :limit
				)
				""".formatted(RANKED_BY, candidates, whole, key, (after != null) ? sort.after(key) : "true",
				sort.orderBy()), conditions.with(Map.of("most", most, "tooMany", tooMany)), limit);
	}

	private List<FoundRows.Found> withOthers(Asked asked, List<FoundRows.Found> ranked, Place.@Nullable Oldest oldest,
			int limit) {
		if (oldest == null || ranked.size() == limit) {
			return ranked;
		}
		return Stream.concat(ranked.stream(), others(asked, oldest, null, limit - ranked.size()).stream()).toList();
	}

	private List<FoundRows.Found> others(Asked asked, Place.Oldest oldest, @Nullable Place after, int limit) {
		Conditions conditions = asked.many();
		conditions.add("not (" + asked.isStrong(conditions) + " and " + SINCE + ")", since(oldest));
		conditions.add("p.id not in (" + asked.whole("p.id", conditions) + ")", Map.of());
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
