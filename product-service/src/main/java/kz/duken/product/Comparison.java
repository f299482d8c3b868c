package kz.duken.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Products side by side.
 *
 * @param attributes in the order in which the cards have them
 */
record Comparison(List<ListedProduct> products, List<Row> attributes) {

	static final int FEWEST = 2;

	static final int MOST = 6;

	/**
	 * One attribute of all products; in another unit it is another attribute.
	 *
	 * @param values in the order of the products; {@code null} where a card lacks it
	 * @param differs whether not all are equal
	 */
	record Row(String name, @Nullable String unit, List<@Nullable Object> values, boolean differs) {
	}

	private record Measure(String name, @Nullable String unit) {
	}

	static Comparison of(List<Product> products) {
		Map<Measure, List<@Nullable Object>> values = new LinkedHashMap<>();
		for (int place = 0; place < products.size(); place++) {
			for (Attribute attribute : products.get(place).card().attributes()) {
				values
					.computeIfAbsent(new Measure(attribute.name(), attribute.unit()),
							(measure) -> new ArrayList<>(Collections.nCopies(products.size(), null)))
					.set(place, attribute.value());
			}
		}
		return new Comparison(products.stream().map(ListedProduct::of).toList(),
				values.entrySet().stream().map((row) -> row(row.getKey(), row.getValue())).toList());
	}

	private static Row row(Measure measure, List<@Nullable Object> values) {
		Set<@Nullable Object> written = new HashSet<>();
		values.forEach(
				(value) -> written.add((value instanceof BigDecimal number) ? number.stripTrailingZeros() : value));
		return new Row(measure.name(), measure.unit(), values, written.size() > 1);
	}

}
