package kz.duken.product;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

	private static final int MAX_CATEGORIES = 200;

	private static final int MAX_ATTRIBUTES = 60;

	/** What ends an attribute's name, see {@link FilterKey#counted}. */
	private static final char SEPARATOR = '\u001f';

	private final JdbcClient jdbc;

	private final JsonMapper json;

	FacetCounts(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Facets of(ProductQuery query, Optional<TextQuery> words) {
		Set<Facet> unfiltered = EnumSet.allOf(Facet.class);
		unfiltered.removeIf((facet) -> facet.isFilteredBy(query));
		Facets shared = look(query, words, null, unfiltered);
		Map<Facet, Facets> looks = new EnumMap<>(Facet.class);
		for (Facet facet : EnumSet.complementOf(EnumSet.copyOf(unfiltered))) {
			looks.put(facet, look(query, words, facet.parameter(), EnumSet.of(facet)));
		}
		boolean approximate = shared.approximate() || looks.values().stream().anyMatch(Facets::approximate);
		Map<String, List<Facets.Value>> attributes = new LinkedHashMap<>(shared.attributes());
		for (String parameter : query.filterKeys().keySet()) {
			if (FilterKey.attribute(parameter).isPresent()) {
				Facets own = look(query, words, parameter, EnumSet.of(Facet.ATTRIBUTES));
				attributes.putAll(own.attributes());
				approximate |= own.approximate();
			}
		}
		return new Facets(looks.getOrDefault(Facet.BRAND, shared).brand(),
				looks.getOrDefault(Facet.CATEGORY, shared).category(), attributes,
				looks.getOrDefault(Facet.PRICE, shared).price(), approximate);
	}

	/**
	 * Looks at the hits once.
	 * @param except the query parameter whose filter does not count; of attributes, only
	 * that one is then counted
	 */
	private Facets look(ProductQuery query, Optional<TextQuery> words, @Nullable String except, Set<Facet> counted) {
		Conditions conditions = Conditions.filtersBut(except, query).text(query, words);
		return this.jdbc.sql(Facet.statement(counted, conditions.all()))
			.params(conditions.parameters())
			.param("hits", MAX_HITS + 1)
			.param("values", MAX_VALUES)
			.param("categoryValues", MAX_CATEGORIES)
			.param("attributeNames", MAX_ATTRIBUTES)
			.param("asked", query.filterKeys().values().stream().flatMap(List::stream).toArray(String[]::new))
			.param("prefix",
					Optional.ofNullable(except)
						.flatMap(FilterKey::attribute)
						.map((attribute) -> attribute + SEPARATOR)
						.orElse(""))
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
			byName.computeIfAbsent(attribute.name(), (name) -> new ArrayList<>())
				.add(new Facets.Value(attribute.value(), attribute.count()));
		}
		return byName;
	}

	private record Attribute(String name, String value, long count) {
	}

}
