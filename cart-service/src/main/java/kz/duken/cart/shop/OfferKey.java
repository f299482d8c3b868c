package kz.duken.cart.shop;

import java.util.UUID;

/**
 * What an offer is called across services.
 */
public record OfferKey(UUID productId, UUID shopId) {
}
