package kz.duken.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.duken.product.word.Unit;
import kz.duken.product.word.Words;
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
	 * One attribute of all products, named as the first that has it names it; in another
	 * unit it is another attribute.
	 *
	 * @param values in the order of the products; {@code null} where a card lacks it
	 * @param differs whether not all are equal
	 */
	record Row(String name, @Nullable String unit, List<@Nullable Object> values, boolean differs) {
	}

	/**
	 * What makes two attributes one, however they are written.
	 *
	 * @param nth of the same attributes of one card
	 */
	private record Measure(String name, String unit, int nth) {

		Measure(Attribute attribute, int nth) {
			this(Words.nameKey(attribute.name()), (attribute.unit() != null) ? Unit.of(attribute.unit()) : "", nth);
		}

	}

	static Comparison of(List<Product> products) {
		Map<Measure, Row> rows = new LinkedHashMap<>();
		for (int place = 0; place < products.size(); place++) {
			Map<Measure, Integer> seen = new HashMap<>();
			for (Attribute attribute : products.get(place).card().attributes()) {
				int nth = seen.merge(new Measure(attribute, 0), 1, Integer::sum);
				rows.computeIfAbsent(new Measure(attribute, nth),
						(measure) -> new Row(attribute.name(), attribute.unit(),
								new ArrayList<@Nullable Object>(Collections.nCopies(products.size(), null)), false))
					.values()
					.set(place, attribute.value());
			}
		}
		return new Comparison(products.stream().map(ListedProduct::of).toList(),
				rows.values().stream().map(Comparison::compared).toList());
	}

	private static Row compared(Row row) {
		Set<@Nullable Object> written = new HashSet<>();
		row.values()
			.forEach(
					(value) -> written.add((value instanceof BigDecimal number) ? number.stripTrailingZeros() : value));
		return new Row(row.name(), row.unit(), row.values(), written.size() > 1);
	}

}
