package kz.duken.shop.offer;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;

/** How other services name an offer: a shop offers a product once. */
@Embeddable
public record OfferKey(@NotNull UUID productId, @NotNull UUID shopId) {
}
