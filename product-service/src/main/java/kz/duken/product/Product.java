package kz.duken.product;

import java.time.Instant;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A card with what follows from the offers.
 *
 * @param price the lowest of the live offers in stock, else of the live ones
 * @param offerCount how many offers are live
 */
record Product(UUID id, Card card, @Nullable Money price, boolean inStock, int offerCount,
		@Nullable BestOffer bestOffer, Instant createdAt, Instant updatedAt) {
}
