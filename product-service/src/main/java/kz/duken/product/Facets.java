package kz.duken.product;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What further filters would leave, each counted over all other filters but its own; the
 * most frequent values first.
 *
 * @param attributes by the attribute's name
 * @param approximate whether there were more hits than are counted
 */
record Facets(List<Value> brand, List<CategoryValue> category, Map<String, List<Value>> attributes, PriceRange price,
		boolean approximate) {

	/** The query parameters that the facets stand for. */
	static final String BRAND = "brand";

	static final String CATEGORY = "categoryId";

	static final String PRICE = "price";

	/** Both; a facet that is counted in both is as the other has it. */
	Facets with(Facets other) {
		Map<String, List<Value>> all = new LinkedHashMap<>(this.attributes);
		all.putAll(other.attributes);
		return new Facets(other.brand.isEmpty() ? this.brand : other.brand,
				other.category.isEmpty() ? this.category : other.category, all,
				other.price.isKnown() ? other.price : this.price, this.approximate || other.approximate);
	}

	/**
	 * A number that stands without a unit on one card and with one on another is chosen
	 * in whatever unit, so it is counted so.
	 * @param count by the attribute's name and the number
	 */
	Facets recounted(BiFunction<String, String, Long> count) {
		Map<String, List<Value>> attributes = new LinkedHashMap<>();
		this.attributes.forEach((name, values) -> attributes.put(name, values.stream()
			.map((value) -> value.hasUnitAmong(values) ? new Value(value.value, count.apply(name, value.value)) : value)
			.sorted(Comparator.comparingLong(Value::count).reversed())
			.toList()));
		return new Facets(this.brand, this.category, attributes, this.price, this.approximate);
	}

	record Value(String value, long count) {

		private boolean hasUnitAmong(List<Value> others) {
			return Character.isDigit(this.value.charAt(this.value.length() - 1))
					&& others.stream().anyMatch((other) -> other.value.startsWith(this.value + " "));
		}

	}

	/**
	 * @param value the category's id
	 */
	record CategoryValue(UUID value, String name, long count) {
	}

	/** Both are {@code null} when nothing has a price. */
	record PriceRange(@Nullable Money min, @Nullable Money max) {

		private boolean isKnown() {
			return this.min != null;
		}

	}

}
