package kz.duken.product;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Gatherers;

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

	/** Looks of one request beside its list; each has one of the pool's connections. */
	private static final int AT_ONCE = 2;

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

	/** Begins to count, if that is asked for, while the caller looks for the cards. */
	Counting begin(ProductQuery query, Optional<TextQuery> words) {
		Counting counting = new Counting();
		if (!query.facets()) {
			counting.looks.complete(List.of());
			return counting;
		}
		counting.looks.completeAsync(() -> looks(query).stream()
			.gather(Gatherers.mapConcurrent(AT_ONCE,
					(look) -> ended(() -> counting.look(() -> look(query, words, look)))))
			.toList(), Thread::startVirtualThread);
		return counting;
	}

	/** Facets that are being counted. */
	static final class Counting implements AutoCloseable {

		private final CompletableFuture<List<Supplier<Facets>>> looks = new CompletableFuture<>();

		private Facets look(Supplier<Facets> look) {
			if (this.looks.isCancelled()) {
				throw new CancellationException();
			}
			return look.get();
		}

		/**
		 * Waits for the end of it, and fails if a look did; nothing if none was asked
		 * for.
		 */
		@Nullable Facets get() {
			return this.looks.join().reversed().stream().map(Supplier::get).reduce(Facets::with).orElse(null);
		}

		/** Nobody waits for them any more, so looks that have not begun need not. */
		@Override
		public void close() {
			this.looks.cancel(false);
		}

	}

	/**
	 * Those with the most hits are begun first, so that none is left alone at the end:
	 * without its own filter an attribute has more than most, with all filters there are
	 * the fewest.
	 */
	private static List<Look> looks(ProductQuery query) {
		List<Look> looks = new ArrayList<>();
		query.filterKeys()
			.keySet()
			.stream()
			.filter((parameter) -> FilterKey.attribute(parameter).isPresent())
			.forEach((parameter) -> looks.add(new Look(parameter, EnumSet.of(Facet.ATTRIBUTES))));
		Set<Facet> unfiltered = EnumSet.allOf(Facet.class);
		unfiltered.removeIf((facet) -> facet.isFilteredBy(query));
		EnumSet.complementOf(EnumSet.copyOf(unfiltered))
			.forEach((facet) -> looks.add(new Look(facet.parameter(), EnumSet.of(facet))));
		looks.add(new Look(null, unfiltered));
		return looks;
	}

	/**
	 * How a look ended, to be asked when all have: one that fails here would interrupt
	 * another, which costs the pool its connection.
	 */
	private static Supplier<Facets> ended(Supplier<Facets> look) {
		try {
			Facets facets = look.get();
			return () -> facets;
		}
		catch (RuntimeException ex) {
			return () -> {
				throw ex;
			};
		}
	}

	/**
	 * Of the hits.
	 *
	 * @param except the query parameter whose filter does not count; of attributes, only
	 * that one is then counted
	 */
	private record Look(@Nullable String except, Set<Facet> counted) {
	}

	private Facets look(ProductQuery query, Optional<TextQuery> words, Look look) {
		Conditions conditions = Conditions.filtersBut(look.except(), query).text(query, words);
		Facets counted = this.jdbc.sql(Facet.statement(look.counted(), conditions.all()))
			.params(conditions.parameters())
			.param("hits", MAX_HITS + 1)
			.param("values", MAX_VALUES)
			.param("categoryValues", MAX_CATEGORIES)
			.param("attributeNames", MAX_ATTRIBUTES)
			.param("asked", query.filterKeys().values().stream().flatMap(List::stream).toArray(String[]::new))
			.param("prefix",
					Optional.ofNullable(look.except())
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
		List<Facets.BareNumber> numbers = counted.approximate() ? List.of() : counted.numbersInUnitsToo();
		return numbers.isEmpty() ? counted : counted.with(count(conditions, numbers));
	}

	/** How many hits have the numbers in whatever unit, or in none. */
	private Map<Facets.BareNumber, Long> count(Conditions conditions, List<Facets.BareNumber> numbers) {
		List<String> keys = new ArrayList<>();
		List<Integer> places = new ArrayList<>();
		for (int place = 0; place < numbers.size(); place++) {
			for (String key : numbers.get(place).keys()) {
				keys.add(key);
				places.add(place);
			}
		}
		Map<Facets.BareNumber, Long> counts = new HashMap<>();
		this.jdbc
			.sql("""
					select asked.place, count(distinct card.id) as cards
					from (select p.id, unnest(p.filter_keys) as key from product p where %s) as card
					join unnest(cast(:keys as text[]), cast(:places as integer[])) as asked (key, place) on asked.key = card.key
					group by asked.place
					"""
				.formatted(conditions.all()))
			.params(conditions.parameters())
			.param("keys", keys.toArray(String[]::new))
			.param("places", places.toArray(Integer[]::new))
			.query((row) -> {
				counts.put(numbers.get(row.getInt("place")), row.getLong("cards"));
			});
		return counts;
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
