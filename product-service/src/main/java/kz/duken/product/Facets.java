package kz.duken.product;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
	 * The numbers that stand without a unit on one card and with one on another. They are
	 * chosen in whatever unit, so they are to be counted so.
	 */
	List<BareNumber> numbersInUnitsToo() {
		return this.attributes.entrySet()
			.stream()
			.flatMap((attribute) -> attribute.getValue()
				.stream()
				.filter((value) -> value.isInUnitAmong(attribute.getValue()))
				.map((value) -> new BareNumber(attribute.getKey(), value.value)))
			.toList();
	}

	/** These, with other counts of some numbers. */
	Facets with(Map<BareNumber, Long> counts) {
		Map<String, List<Value>> counted = new LinkedHashMap<>();
		this.attributes.forEach((name, values) -> counted.put(name, values.stream()
			.map((value) -> new Value(value.value, counts.getOrDefault(new BareNumber(name, value.value), value.count)))
			.sorted(Comparator.comparingLong(Value::count).reversed())
			.toList()));
		return new Facets(this.brand, this.category, counted, this.price, this.approximate);
	}

	/** Of an attribute, without a unit. */
	record BareNumber(String attribute, String value) {

		List<String> keys() {
			return FilterKey.asked(FilterKey.parameter(this.attribute), this.value).toList();
		}

	}

	record Value(String value, long count) {

		private boolean isInUnitAmong(List<Value> others) {
			return FilterKey.isNumber(this.value)
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
