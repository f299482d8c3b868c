package kz.duken.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.duken.commons.money.Money;
import kz.duken.product.word.Words;
import org.jspecify.annotations.Nullable;

/** What a row of the products must fulfil, and the values in it. */
final class Conditions {

	/** An array that the planner can see into: a branch may be a tenth of all or all. */
	private static final String IN_CATEGORIES = "p.category_id = any (cast(:categories as uuid[]))";

	private static final String OFFERED_BY_SHOPS = "p.shop_ids && cast(:shops as uuid[])";

	/** More than any price, and less than none. */
	private static final BigDecimal DEAREST = new BigDecimal("100000000");

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
			add(IN_CATEGORIES,
					Map.of("categories", query.categories().stream().map(UUID::toString).toArray(String[]::new)));
		}
		query.filterKeys().forEach((parameter, keys) -> {
			if (!parameter.equals(except)) {
				String name = "keys" + this.parameters.size();
				add("p.filter_keys && cast(:%s as text[])".formatted(name), Map.of(name, keys.toArray(String[]::new)));
			}
		});
		if (!except.equals(Facets.PRICE)) {
			addPrices(query);
		}
		if (query.inStock().size() == 1) {
			add(query.inStock().contains(true) ? "p.offers_in_stock > 0" : "p.offers_in_stock = 0", Map.of());
		}
		if (!query.shops().isEmpty()) {
			add(OFFERED_BY_SHOPS, Map.of("shops", query.shops().stream().map(UUID::toString).toArray(String[]::new)));
		}
	}

	/**
	 * Both limits by the one key by which the list is sorted, so that one index serves
	 * all three. What has no price is beyond either limit.
	 */
	private void addPrices(ProductQuery query) {
		if (query.minPrice().isEmpty() && query.maxPrice().isEmpty()) {
			return;
		}
		String key = ((query.sort() == ProductSort.PRICE_DESCENDING) ? query.sort() : ProductSort.PRICE).key();
		add(key + " >= :minPrice", Map.of("minPrice", query.minPrice().map(Money::amount).orElse(BigDecimal.ZERO)));
		add(key + " <= :maxPrice", Map.of("maxPrice", query.maxPrice().map(Money::amount).orElse(DEAREST)));
	}

	/** That it is what was typed, by name, id or words. */
	Conditions text(ProductQuery query, Optional<TextQuery> words) {
		if (query.phrases().isEmpty()) {
			return this;
		}
		String whole = givenWhole(query);
		return add(words.isEmpty() ? whole : "(" + whole + " or " + matches(words.get(), "words") + ")", Map.of());
	}

	/**
	 * Likewise, where many cards are: who has the whole name has its words, and without
	 * an alternative an index may be walked.
	 */
	Conditions commonText(ProductQuery query, Optional<TextQuery> words) {
		return (words.isPresent() && query.ids().isEmpty()) ? add(matches(words.get(), "words"), Map.of())
				: text(query, words);
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

	/**
	 * For a condition of one's own: that the card has what the text asks for.
	 * @param parameter how the names of its values begin
	 */
	String matches(TextQuery text, String parameter) {
		List<String> phrases = new ArrayList<>();
		for (List<TextQuery.Clause> phrase : text.match()) {
			phrases.add(fulfils(phrase, parameter + "_" + phrases.size()));
		}
		return phrases.stream().collect(Collectors.joining(" or ", "(", ")"));
	}

	/**
	 * The last clause is taken apart into either way to fulfil it, each with all other
	 * clauses: of an alternative beside them PostgreSQL would look up a whole category,
	 * and read its cards for the words.
	 */
	private String fulfils(List<TextQuery.Clause> phrase, String parameter) {
		List<String> others = new ArrayList<>();
		for (TextQuery.Clause clause : phrase.subList(0, phrase.size() - 1)) {
			others.add(ways(clause, parameter + "_" + others.size()).collect(Collectors.joining(" or ", "(", ")")));
		}
		return ways(phrase.getLast(), parameter + "_" + others.size())
			.map((way) -> Stream.concat(others.stream(), Stream.of(way)).collect(Collectors.joining(" and ")))
			.collect(Collectors.joining(" or ", "(", ")"));
	}

	private Stream<String> ways(TextQuery.Clause clause, String parameter) {
		this.parameters.put(parameter, clause.words());
		String words = "p.search_words @@ cast(:%s as tsquery)".formatted(parameter);
		if (clause.categories().isEmpty()) {
			return Stream.of(words);
		}
		String categories = parameter + "_categories";
		this.parameters.put(categories, clause.categories().stream().map(UUID::toString).toArray(String[]::new));
		return Stream.of(words, "p.category_id = any (cast(:%s as uuid[]))".formatted(categories));
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
