package kz.duken.product;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/** What a search box offers while somebody types. */
record Suggestions(List<Suggestion> items) {

	/** How many at most. */
	static final int LIMIT = 8;

	static Suggestions of(List<Product> products) {
		return new Suggestions(products.stream().map(Suggestion::of).toList());
	}

	record Suggestion(UUID id, String name, @Nullable Money price, @Nullable String image) {

		static Suggestion of(Product product) {
			List<String> images = product.card().images();
			return new Suggestion(product.id(), product.card().name(), product.price(),
					images.isEmpty() ? null : images.getFirst());
		}

	}

}
