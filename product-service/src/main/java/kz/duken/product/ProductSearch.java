package kz.duken.product;

import java.util.ArrayList;
import java.util.HashMap;
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
 * Finds products. What was typed is first taken at its word; when no card at all has
 * these words, the known words most like them are looked for. A cursor says which of the
 * two its list is.
 */
@Repository
class ProductSearch {

	private static final String CATEGORIES_WITH_ALL_BELOW = """
			p.category_id = any (array(
				with recursive wanted (id) as (
					select id from category where id in (:categories)
					union
					select below.id from category below join wanted on below.parent_id = wanted.id
				)
				select id from wanted))""";

	private static final String OFFERED_BY_SHOPS = """
			exists (select 1 from offer join shop on shop.id = offer.shop_id and shop.status = 'ACTIVE'
				where offer.product_id = p.id and offer.shop_id in (:shops) and not offer.deleted)""";

	private final JdbcClient jdbc;

	private final ProductRows rows;

	private final Spelling spelling;

	ProductSearch(JdbcClient jdbc, ProductRows rows, Spelling spelling) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.spelling = spelling;
	}

	Page<Product> find(ProductQuery query, PageRequest page) {
		Place after = (page.cursor() != null) ? Place.read(page.cursor(), query.sort()) : null;
		boolean forgiving = after != null && after.forgiving();
		List<Found> found = find(query, words(query, forgiving), after, page.limit());
		if (found.isEmpty() && after == null && !query.phrases().isEmpty() && !matchesAnything(query)) {
			forgiving = true;
			found = find(query, words(query, true), null, page.limit());
		}
		boolean as = forgiving;
		return Page.of(found, page,
				(row) -> new Place(as, row.sortKey(), row.product().id().toString()).cursor(query.sort()),
				Found::product);
	}

	private Optional<String> words(ProductQuery query, boolean forgiving) {
		return forgiving ? TextQuery.of(query.phrases(), this.spelling::alike) : TextQuery.precise(query.phrases());
	}

	private boolean matchesAnything(ProductQuery query) {
		Conditions conditions = new Conditions();
		conditions.text(query, words(query, false));
		return this.jdbc.sql("select exists (select 1 from product p where " + conditions.all() + ")")
			.params(conditions.parameters)
			.query(Boolean.class)
			.single();
	}

	private List<Found> find(ProductQuery query, Optional<String> words, @Nullable Place after, int limit) {
		Conditions conditions = new Conditions();
		conditions.text(query, words);
		conditions.filters(query);
		ProductSort sort = query.sort();
		String key = (sort == ProductSort.RELEVANCE) ? relevance(query, words) : sort.key();
		if (after != null) {
			conditions.add(sort.after(key), Map.of("afterKey", after.key(), "afterId", after.id()));
		}
		conditions.parameters.put("limit", limit);
		// first only the places of the page, so that sorting does not carry whole cards
		return this.jdbc
			.sql("""
					with found as (
						select p.id, %s as sort_key from product p where %s order by %s limit :limit
					)
					select found.sort_key, %s %s join found on found.id = p.id order by %s
					""".formatted(key, conditions.all(), sort.orderBy(), ProductRows.COLUMNS, ProductRows.FROM,
					sort.orderBy()))
			.params(conditions.parameters)
			.query((row, number) -> new Found(this.rows.mapRow(row, number), sort.keyOf(row)))
			.list();
	}

	/** A name or an id given whole comes before all, then the better match. */
	private static String relevance(ProductQuery query, Optional<String> words) {
		String whole = "case when p.name_key in (:names)" + (query.ids().isEmpty() ? "" : " or p.id in (:ids)")
				+ " then 2000000 else 0 end";
		String rank = words.isEmpty() ? "" : " + round(ts_rank(p.search_words, cast(:words as tsquery)) * 1000000)";
		return "cast(" + whole + rank + " as bigint)";
	}

	private record Found(Product product, String sortKey) {
	}

	/** Where a page ended, in which of the two lists. */
	private record Place(boolean forgiving, String key, String id) {

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
			return new Place(forgiving, cursor.key(2, sort::keyOf), cursor.key(3, UUID::fromString).toString());
		}

		Cursor cursor(ProductSort sort) {
			return Cursor.of(sort.parameter(), this.forgiving ? FORGIVING : PRECISE, this.key, this.id);
		}

	}

	/** What a row must fulfil, and the values in it. */
	private static final class Conditions {

		private final List<String> conditions = new ArrayList<>(List.of("p.deleted_at is null"));

		private final Map<String, Object> parameters = new HashMap<>();

		void add(String condition, Map<String, ?> values) {
			this.conditions.add(condition);
			this.parameters.putAll(values);
		}

		void text(ProductQuery query, Optional<String> words) {
			if (query.phrases().isEmpty()) {
				return;
			}
			List<String> any = new ArrayList<>(List.of("p.name_key in (:names)"));
			this.parameters.put("names", query.phrases().stream().map(Words::nameKey).toList());
			if (!query.ids().isEmpty()) {
				any.add("p.id in (:ids)");
				this.parameters.put("ids", query.ids());
			}
			words.ifPresent((text) -> {
				any.add("p.search_words @@ cast(:words as tsquery)");
				this.parameters.put("words", text);
			});
			this.conditions.add("(" + String.join(" or ", any) + ")");
		}

		void filters(ProductQuery query) {
			if (!query.categories().isEmpty()) {
				add(CATEGORIES_WITH_ALL_BELOW, Map.of("categories", query.categories()));
			}
			query.filterKeys().values().forEach((keys) -> {
				String name = "keys" + this.parameters.size();
				add("p.filter_keys && cast(:%s as text[])".formatted(name), Map.of(name, keys.toArray(String[]::new)));
			});
			query.minPrice()
				.ifPresent((min) -> add(ProductSort.PRICE_DESCENDING.key() + " >= :minPrice",
						Map.of("minPrice", min.amount())));
			query.maxPrice()
				.ifPresent((max) -> add(ProductSort.PRICE.key() + " <= :maxPrice", Map.of("maxPrice", max.amount())));
			if (query.inStock().size() == 1) {
				add(query.inStock().contains(true) ? "p.offers_in_stock > 0" : "p.offers_in_stock = 0", Map.of());
			}
			if (!query.shops().isEmpty()) {
				add(OFFERED_BY_SHOPS, Map.of("shops", query.shops()));
			}
		}

		String all() {
			return String.join(" and ", this.conditions);
		}

	}

}
