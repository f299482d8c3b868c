package kz.duken.shop.offer;

import java.time.Instant;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

record OfferResponse(UUID id, UUID productId, String productName, @Nullable String sku, Money price, int stock,
		long version, Instant updatedAt) {
}
