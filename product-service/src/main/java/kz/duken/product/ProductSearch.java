package kz.duken.product;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds products. What was typed is first taken as {@link Meaning} understands it; when
 * no card at all is meant, it is taken for mistyped. A cursor says which of the two its
 * list is.
 */
@Repository
class ProductSearch {

	/** Of more matches than these, the newest are ranked. */
	private static final int RANKED = 1000;

	private final JdbcClient jdbc;

	private final ProductRows rows;

	private final Meaning meaning;

	private final Clock clock;

	ProductSearch(JdbcClient jdbc, ProductRows rows, Meaning meaning, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.meaning = meaning;
		this.clock = clock;
	}

	/**
	 * A page of what was found, and how the text was understood.
	 *
	 * @param words a {@code tsquery}, if there was any word
	 */
	record Result(Page<Product> page, Optional<String> words) {
	}

	Result find(ProductQuery query, PageRequest page) {
		Place after = (page.cursor() != null) ? Place.read(page.cursor(), query.sort()) : null;
		boolean forgiving = after != null && after.forgiving();
		Instant asOf = (after != null) ? after.asOf() : this.clock.instant();
		Optional<String> words = this.meaning.of(query.phrases(), forgiving);
		List<Found> found = find(query, words, after, asOf, page.limit());
		if (found.isEmpty() && after == null && !query.phrases().isEmpty() && !matchesAnything(query, words)) {
			forgiving = true;
			words = this.meaning.of(query.phrases(), true);
			found = find(query, words, null, asOf, page.limit());
		}
		boolean as = forgiving;
		return new Result(Page.of(found, page,
				(row) -> new Place(as, row.sortKey(), row.product().id().toString(), asOf).cursor(query.sort()),
				Found::product), words);
	}

	private boolean matchesAnything(ProductQuery query, Optional<String> words) {
		Conditions text = new Conditions().text(query, words);
		return this.jdbc.sql("select exists (select 1 from product p where " + text.all() + ")")
			.params(text.parameters())
			.query(Boolean.class)
			.single();
	}

	private List<Found> find(ProductQuery query, Optional<String> words, @Nullable Place after, Instant asOf,
			int limit) {
		Conditions conditions = Conditions.filters(query);
		ProductSort sort = query.sort();
		String places = (sort == ProductSort.RELEVANCE) ? byRelevance(query, words, after, asOf, conditions)
				: byKey(query, words, after, conditions);
		// first only the places of the page, so that sorting does not carry whole cards
		return this.jdbc
			.sql(places + "select found.sort_key, " + ProductRows.COLUMNS + " " + ProductRows.FROM
					+ " join found on found.id = p.id order by " + sort.orderBy())
			.params(conditions.parameters())
			.param("limit", limit)
			.query((row, number) -> new Found(this.rows.mapRow(row, number), sort.keyOf(row)))
			.list();
	}

	private static String byKey(ProductQuery query, Optional<String> words, @Nullable Place after,
			Conditions conditions) {
		ProductSort sort = query.sort();
		conditions.text(query, words);
		if (after != null) {
			conditions.add(sort.after(sort.key()), after.parameters());
		}
		return "with found as (select p.id, %s as sort_key from product p where %s order by %s limit :limit) "
			.formatted(sort.key(), conditions.all(), sort.orderBy());
	}

	/** Those whose name or id was given whole, and of the others the newest. */
	private static String byRelevance(ProductQuery query, Optional<String> words, @Nullable Place after, Instant asOf,
			Conditions conditions) {
		String filters = conditions.all();
		String whole = conditions.givenWhole(query);
		String alike = words.map(conditions::haveWords).orElse("false");
		// a name or an id given whole comes before all, then the better match
		String rank = words.isEmpty() ? "" : " + round(ts_rank(p.search_words, cast(:words as tsquery)) * 1000000)";
		String key = "cast(case when " + whole + " then 2000000 else 0 end" + rank + " as bigint)";
		conditions.with(Map.of("ranked", RANKED, "asOf", asOf.atOffset(ZoneOffset.UTC)));
		ProductSort sort = query.sort();
		if (after != null) {
			conditions.with(after.parameters());
		}
		return """
				with candidates as materialized (
					(select p.id, p.name_key, p.search_words from product p where %1$s and %2$s limit :ranked)
					union all
					(select p.id, p.name_key, p.search_words from product p
						where %3$s and not %1$s and %2$s and p.created_at <= :asOf
						order by p.created_at desc, p.id desc limit :ranked)
				), found as (
					select p.id, %4$s as sort_key from candidates p where %5$s order by %6$s limit :limit
				)
				""".formatted(whole, filters, alike, key, (after != null) ? sort.after(key) : "true", sort.orderBy());
	}

	private record Found(Product product, String sortKey) {
	}

	/**
	 * Where a page ended, in which of the two lists, and when the list was begun: cards
	 * that came later do not move the others.
	 */
	private record Place(boolean forgiving, String key, String id, Instant asOf) {

		private static final String FORGIVING = "alike";

		private static final String PRECISE = "precise";

		static Place read(Cursor cursor, ProductSort sort) {
			boolean forgiving = switch (cursor.key(1, String::valueOf)) {
				case FORGIVING -> true;
				case PRECISE -> false;
				default -> throw Cursor.madeUp();
			};
			if (!sort.parameter().equals(cursor.key(0, String::valueOf))) {
				throw Cursor.madeUp();
			}
			return new Place(forgiving, cursor.key(2, sort::keyOf), cursor.key(3, UUID::fromString).toString(),
					Instant.parse(cursor.key(4, ProductSort.NEWEST::keyOf)));
		}

		Map<String, String> parameters() {
			return Map.of("afterKey", this.key, "afterId", this.id);
		}

		Cursor cursor(ProductSort sort) {
			return Cursor.of(sort.parameter(), this.forgiving ? FORGIVING : PRECISE, this.key, this.id, this.asOf);
		}

	}

}
