package kz.duken.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts facets. Those that no filter names share one look at the hits; one that a filter
 * names has a look of its own, without that filter.
 */
@Repository
class FacetCounts {

	/** Up to so many hits are counted. */
	static final int MAX_HITS = 10_000;

	private static final int MAX_VALUES = 50;

	private static final int MAX_ATTRIBUTE_VALUES = 500;

	private static final String COUNT = """
			brands as (
				select min(brand) as value, count(*) as count from hits where brand is not null
				group by lower(brand) order by count desc, value limit :values
			), categories as (
				select category.id as value, category.name, count(*) as count
				from hits join category on category.id = hits.category_id
				group by category.id order by count desc, category.name limit :values
			), attributes as (
				select split_part(substr(key, 6), chr(31), 1) as name, split_part(key, chr(31), 2) as value,
					count(*) as count
				from hits, unnest(filter_keys) as key where starts_with(key, 'attr.')
				group by key order by count desc, key limit :attributeValues
			)
			select (select count(*) from hits) > :maxHits as approximate,
				(select coalesce(json_agg(brands order by count desc, value), '[]') from brands) as brand,
				(select coalesce(json_agg(categories order by count desc, name), '[]') from categories) as category,
				(select coalesce(json_agg(attributes order by count desc, name, value), '[]') from attributes)
					as attributes,
				(select json_build_object('min', min(price), 'max', max(price)) from hits) as price
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	FacetCounts(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Facets of(ProductQuery query, Optional<String> words) {
		Facets all = count(query, words, null);
		List<Facets.Value> brand = query.filterKeys().containsKey(Facets.BRAND)
				? count(query, words, Facets.BRAND).brand() : all.brand();
		List<Facets.CategoryValue> category = query.categories().isEmpty() ? all.category()
				: count(query, words, Facets.CATEGORY).category();
		Facets.PriceRange price = (query.minPrice().isPresent() || query.maxPrice().isPresent())
				? count(query, words, Facets.PRICE).price() : all.price();
		Map<String, List<Facets.Value>> attributes = new LinkedHashMap<>(all.attributes());
		query.filterKeys().keySet().forEach((parameter) -> FilterKey.attribute(parameter).ifPresent((name) -> {
			List<Facets.Value> values = count(query, words, parameter).attributes().get(name);
			if (values != null) {
				attributes.put(name, values);
			}
		}));
		return new Facets(brand, category, attributes, price, all.approximate());
	}

	private Facets count(ProductQuery query, Optional<String> words, @Nullable String except) {
		Conditions conditions = Conditions.filtersBut(except, query).text(query, words);
		return this.jdbc.sql(
				"with hits as materialized (select p.brand, p.category_id, p.price, p.filter_keys from product p where "
						+ conditions.all() + " limit :hits), " + COUNT)
			.params(conditions.parameters())
			.param("hits", MAX_HITS + 1)
			.param("maxHits", MAX_HITS)
			.param("values", MAX_VALUES)
			.param("attributeValues", MAX_ATTRIBUTE_VALUES)
			.query((row, number) -> new Facets(
					List.of(this.json.readValue(row.getString("brand"), Facets.Value[].class)),
					List.of(this.json.readValue(row.getString("category"), Facets.CategoryValue[].class)),
					byName(this.json.readValue(row.getString("attributes"), Attribute[].class)),
					this.json.readValue(row.getString("price"), Facets.PriceRange.class),
					row.getBoolean("approximate")))
			.single();
	}

	private static Map<String, List<Facets.Value>> byName(Attribute[] attributes) {
		Map<String, List<Facets.Value>> byName = new LinkedHashMap<>();
		for (Attribute attribute : attributes) {
			byName.computeIfAbsent(attribute.name(), (name) -> new java.util.ArrayList<>())
				.add(new Facets.Value(attribute.value(), attribute.count()));
		}
		return byName;
	}

	private record Attribute(String name, String value, long count) {
	}

}
