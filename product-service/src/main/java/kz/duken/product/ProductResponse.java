package kz.duken.product;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/** One product as clients see it. */
record ProductResponse(UUID id, String name, @Nullable String description, @Nullable String brand, UUID categoryId,
		List<String> tags, List<Attribute> attributes, List<String> images, @Nullable Money price, boolean inStock,
		int offerCount, @Nullable BestOffer bestOffer, Instant createdAt, Instant updatedAt) {

	static ProductResponse of(Product product) {
		Card card = product.card();
		return new ProductResponse(product.id(), card.name(), card.description(), card.brand(), card.categoryId(),
				card.tags(), card.attributes(), card.images(), product.price(), product.inStock(), product.offerCount(),
				product.bestOffer(), product.createdAt(), product.updatedAt());
	}

}
