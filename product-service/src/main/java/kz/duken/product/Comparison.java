package kz.duken.product;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
	 * @param values in the order of the products; where all have units, {@code "256 ГБ"}
	 * is a number with its unit; {@code null} where a card lacks it
	 * @param differs whether not all are equal
	 */
	record Row(String name, @Nullable String unit, List<@Nullable Object> values, boolean differs) {
	}

	/**
	 * What makes two attributes one, however they are written.
	 *
	 * @param nth of the same attributes of one card
	 */
	private record Same(String name, String unit, int nth) {

		Same(Attribute attribute, int nth) {
			this(Words.nameKey(attribute.name()), (attribute.unit() != null) ? Unit.of(attribute.unit()) : "", nth);
		}

	}

	static Comparison of(List<Product> products) {
		Set<String> texts = products.stream()
			.flatMap((product) -> product.card().attributes().stream())
			.filter((attribute) -> attribute.measured().unit() == null)
			.map((attribute) -> Words.nameKey(attribute.name()))
			.collect(Collectors.toSet());
		Map<Same, Row> rows = new LinkedHashMap<>();
		for (int place = 0; place < products.size(); place++) {
			Map<Same, Integer> seen = new HashMap<>();
			for (Attribute written : products.get(place).card().attributes()) {
				Attribute attribute = texts.contains(Words.nameKey(written.name())) ? written : written.measured();
				int nth = seen.merge(new Same(attribute, 0), 1, Integer::sum);
				rows.computeIfAbsent(new Same(attribute, nth),
						(same) -> new Row(attribute.name(), attribute.unit(),
								new ArrayList<@Nullable Object>(Collections.nCopies(products.size(), null)), false))
					.values()
					.set(place, attribute.value());
			}
		}
		return new Comparison(products.stream().map(ListedProduct::of).toList(),
				rows.values().stream().map(Comparison::compared).toList());
	}

	private static Row compared(Row row) {
		Set<@Nullable String> written = new HashSet<>();
		row.values()
			.forEach((value) -> written.add((value != null) ? FilterKey.canonical(Attribute.written(value)) : null));
		return new Row(row.name(), row.unit(), row.values(), written.size() > 1);
	}

}
