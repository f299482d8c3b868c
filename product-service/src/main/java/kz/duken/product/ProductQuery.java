package kz.duken.product;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import kz.duken.commons.money.Money;
import kz.duken.commons.problem.ValidationFailed;

import org.springframework.util.MultiValueMap;

/**
 * What products are asked for. Several values of one filter mean any of them, several
 * filters all of them; an empty one lets all pass.
 *
 * @param phrases what was typed into the search field
 * @param categories any of these; in one below only when it is among them
 * @param filterKeys per brand, tag and attribute the {@link FilterKey}s
 * @param inStock of {@code true} and {@code false}
 * @param shops with a live offer of one of them
 * @param facets whether to count what further filters would leave
 */
record ProductQuery(List<String> phrases, List<UUID> categories, Map<String, List<String>> filterKeys,
		Optional<Money> minPrice, Optional<Money> maxPrice, Set<Boolean> inStock, List<UUID> shops, ProductSort sort,
		boolean facets) {

	private static final int MAX_PHRASE = 200;

	private static final int MAX_PHRASES = 5;

	private static final int MAX_VALUE = 500;

	private static final int MAX_VALUES = 50;

	/** Each is a look of its own at the hits when facets are counted. */
	private static final int MAX_ATTRIBUTES = 10;

	/**
	 * Of more categories the first cards are together more than an index leads through.
	 */
	private static final int BROAD = 200;

	private static final int UUID_LENGTH = 36;

	private static final String Q = "q";

	private static final String SORT = "sort";

	/**
	 * Reads the query parameters; those that are not known are passed over.
	 * @throws ValidationFailed for a known one with a value that cannot be
	 */
	static ProductQuery of(MultiValueMap<String, String> parameters) {
		Parameters given = new Parameters(parameters);
		List<String> phrases = given.texts(Q).stream().filter((phrase) -> !phrase.isBlank()).toList();
		if (phrases.stream().anyMatch((phrase) -> phrase.length() > MAX_PHRASE)) {
			throw new ValidationFailed("/" + Q, "must be at most " + MAX_PHRASE + " characters");
		}
		if (phrases.size() > MAX_PHRASES) {
			throw new ValidationFailed("/" + Q, "must be given at most " + MAX_PHRASES + " times");
		}
		return new ProductQuery(phrases, given.values("categoryId", ProductQuery::uuid, "must be a category's id"),
				given.filterKeys(), given.prices("minPrice").min(Comparator.naturalOrder()),
				given.prices("maxPrice").max(Comparator.naturalOrder()),
				Set.copyOf(given.values("inStock", ProductQuery::truth, "must be true or false")),
				given.values("shopId", ProductQuery::uuid, "must be a shop's id"), sort(given, !phrases.isEmpty()),
				given.values("facets", ProductQuery::truth, "must be true or false").contains(true));
	}

	/** What a search box holds, and no filters. */
	static ProductQuery of(String typed) {
		return of(MultiValueMap.fromSingleValue(Map.of(Q, typed)));
	}

	/** The same text, and no filters. */
	ProductQuery textAlone() {
		return new ProductQuery(this.phrases, List.of(), Map.of(), Optional.empty(), Optional.empty(), Set.of(),
				List.of(), this.sort, this.facets);
	}

	/**
	 * Whether it is one of a branch that is not too broad and, in the order asked for,
	 * the first cards of each category are found by an index, so that none is looked at
	 * in vain but for those out of stock.
	 */
	boolean isOfBranch() {
		boolean anyPrice = this.minPrice.isEmpty() && this.maxPrice.isEmpty();
		return !this.categories.isEmpty() && this.categories.size() <= BROAD && this.phrases.isEmpty()
				&& this.filterKeys.isEmpty() && this.shops.isEmpty() && (anyPrice || this.sort.isByPrice())
				&& !this.inStock.equals(Set.of(false));
	}

	/** The same in other categories. */
	ProductQuery within(List<UUID> others) {
		return new ProductQuery(this.phrases, others, this.filterKeys, this.minPrice, this.maxPrice, this.inStock,
				this.shops, this.sort, this.facets);
	}

	private static ProductSort sort(Parameters given, boolean searching) {
		List<ProductSort> sorts = given.values(SORT,
				(name) -> ProductSort.named(name).orElseThrow(IllegalArgumentException::new),
				"must be relevance, newest, price, -price or name");
		if (sorts.size() > 1) {
			throw new ValidationFailed("/" + SORT, "must be given once");
		}
		ProductSort sort = sorts.isEmpty() ? ProductSort.RELEVANCE : sorts.getFirst();
		return (sort == ProductSort.RELEVANCE && !searching) ? ProductSort.NEWEST : sort;
	}

	/** The ids among the phrases. */
	List<UUID> ids() {
		return this.phrases.stream().flatMap((phrase) -> {
			try {
				return Stream.of(uuid(phrase.strip()));
			}
			catch (IllegalArgumentException ex) {
				return Stream.empty();
			}
		}).toList();
	}

	private static UUID uuid(String text) {
		if (text.length() != UUID_LENGTH) {
			throw new IllegalArgumentException(text);
		}
		return UUID.fromString(text);
	}

	private static boolean truth(String text) {
		return switch (text) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new IllegalArgumentException(text);
		};
	}

	/** The query's parameters, none of them longer or more than can be. */
	private record Parameters(MultiValueMap<String, String> all) {

		List<String> texts(String name) {
			List<String> texts = this.all.getOrDefault(name, List.of());
			if (texts.size() > MAX_VALUES) {
				throw new ValidationFailed("/" + name, "must be given at most " + MAX_VALUES + " times");
			}
			for (String text : texts) {
				if (text == null || text.length() > MAX_VALUE || !Text.Validator.isReadable(text, false)) {
					throw new ValidationFailed("/" + name,
							"must be at most " + MAX_VALUE + " characters, none of them a control character");
				}
			}
			return texts;
		}

		<T> List<T> values(String name, Function<String, T> read, String otherwise) {
			try {
				return texts(name).stream().map(read).toList();
			}
			catch (IllegalArgumentException ex) {
				throw new ValidationFailed("/" + name, otherwise);
			}
		}

		Stream<Money> prices(String name) {
			return values(name, (text) -> {
				Money price = Money.of(text);
				if (price.isNegative()) {
					throw new IllegalArgumentException(text);
				}
				return price;
			}, "must be an amount of tenge, at most two decimals").stream();
		}

		Map<String, List<String>> filterKeys() {
			List<String> names = this.all.keySet().stream().filter(FilterKey::isAsked).toList();
			if (names.stream().filter((name) -> FilterKey.attribute(name).isPresent()).count() > MAX_ATTRIBUTES) {
				throw new ValidationFailed("/attr", "must name at most " + MAX_ATTRIBUTES + " attributes");
			}
			Map<String, List<String>> keys = new LinkedHashMap<>();
			names.forEach((name) -> keys.put(name, filterKeys(name)));
			return keys;
		}

		private List<String> filterKeys(String name) {
			if (name.length() > MAX_VALUE || !Text.Validator.isReadable(name, false)) {
				throw new ValidationFailed("/attr", "must name an attribute, without control characters");
			}
			return values(name, (text) -> {
				if (text.isBlank()) {
					throw new IllegalArgumentException(text);
				}
				return text.strip();
			}, "must not be empty").stream().flatMap((text) -> FilterKey.asked(name, text)).toList();
		}

	}

}
