package kz.duken.product.shop;

import java.time.Instant;
import java.util.UUID;

import kz.duken.commons.money.Money;

/** An offer as its shop has it now. */
public record ShopOffer(UUID id, UUID productId, UUID shopId, Money price, int stock, boolean deleted,
		Instant createdAt, Instant updatedAt, long version) {
}
