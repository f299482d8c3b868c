package kz.duken.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.duken.product.word.Words;
import org.jspecify.annotations.Nullable;

/** What a row of the products must fulfil, and the values in it. */
final class Conditions {

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

	private final List<String> conditions = new ArrayList<>(List.of("p.deleted_at is null"));

	private final Map<String, Object> parameters = new HashMap<>();

	/** All filters of a query, its text not. */
	static Conditions filters(ProductQuery query) {
		return filtersBut(null, query);
	}

	/**
	 * All filters but one.
	 * @param except the query parameter that does not count, {@code price} for both of
	 * the price's
	 */
	static Conditions filtersBut(@Nullable String except, ProductQuery query) {
		Conditions filters = new Conditions();
		filters.add(query, (except != null) ? except : "");
		return filters;
	}

	private void add(ProductQuery query, String except) {
		if (!query.categories().isEmpty() && !except.equals(Facets.CATEGORY)) {
			add(CATEGORIES_WITH_ALL_BELOW, Map.of("categories", query.categories()));
		}
		query.filterKeys().forEach((parameter, keys) -> {
			if (!parameter.equals(except)) {
				String name = "keys" + this.parameters.size();
				add("p.filter_keys && cast(:%s as text[])".formatted(name), Map.of(name, keys.toArray(String[]::new)));
			}
		});
		if (!except.equals(Facets.PRICE)) {
			query.minPrice()
				.ifPresent((min) -> add(ProductSort.PRICE_DESCENDING.key() + " >= :minPrice",
						Map.of("minPrice", min.amount())));
			query.maxPrice()
				.ifPresent((max) -> add(ProductSort.PRICE.key() + " <= :maxPrice", Map.of("maxPrice", max.amount())));
		}
		if (query.inStock().size() == 1) {
			add(query.inStock().contains(true) ? "p.offers_in_stock > 0" : "p.offers_in_stock = 0", Map.of());
		}
		if (!query.shops().isEmpty()) {
			add(OFFERED_BY_SHOPS, Map.of("shops", query.shops()));
		}
	}

	/** That it is what was typed, by name, id or words. */
	Conditions text(ProductQuery query, Optional<String> words) {
		if (query.phrases().isEmpty()) {
			return this;
		}
		String whole = givenWhole(query);
		return add(words.isEmpty() ? whole : "(" + whole + " or " + haveWords(words.get()) + ")", Map.of());
	}

	/** For a condition of one's own: that the name or the id is what was typed. */
	String givenWhole(ProductQuery query) {
		this.parameters.put("names", query.phrases().stream().map(Words::nameKey).toList());
		if (query.ids().isEmpty()) {
			return "p.name_key in (:names)";
		}
		this.parameters.put("ids", query.ids());
		return "(p.name_key in (:names) or p.id in (:ids))";
	}

	/** For a condition of one's own: that the card has the words. */
	String haveWords(String words) {
		this.parameters.put("words", words);
		return "p.search_words @@ cast(:words as tsquery)";
	}

	Conditions add(String condition, Map<String, ?> values) {
		this.conditions.add(condition);
		this.parameters.putAll(values);
		return this;
	}

	/** A value of a condition of one's own. */
	Conditions with(Map<String, ?> values) {
		this.parameters.putAll(values);
		return this;
	}

	String all() {
		return String.join(" and ", this.conditions);
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

}
