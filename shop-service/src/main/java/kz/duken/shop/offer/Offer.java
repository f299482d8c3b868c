package kz.duken.shop.offer;

import java.time.Instant;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a shop asks for a product and how many it has.
 *
 * @param productName the name on the product's card, a minute old at most when all is
 * well
 * @param sku the shop's own name for it, no two of a shop's offers have the same
 * @param version raised by every change, sales too
 */
record Offer(UUID id, UUID productId, String productName, @Nullable String sku, Money price, int stock, long version,
		Instant updatedAt) {

	/** This offer with what the owner says; what he does not say stays. */
	Terms changedBy(ChangeOfferRequest request) {
		return new Terms((request.price() != null) ? request.price() : this.price,
				(request.stock() != null) ? request.stock() : this.stock);
	}

	Terms terms() {
		return new Terms(this.price, this.stock);
	}

	String eTag() {
		return "\"" + this.version + "\"";
	}

	/** What an owner can change. */
	record Terms(Money price, int stock) {
	}

}
