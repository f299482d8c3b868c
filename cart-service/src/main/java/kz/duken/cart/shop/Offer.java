package kz.duken.cart.shop;

import java.util.UUID;

import kz.duken.commons.money.Money;

/**
 * An offer as it is now.
 *
 * @param price the last one when it is not live any more
 * @param stock 0 … 1 000 000
 * @param live whether it can be bought at all
 */
public record Offer(UUID productId, UUID shopId, String shopName, Money price, int stock, boolean live) {

	public OfferKey key() {
		return new OfferKey(this.productId, this.shopId);
	}

	/** How many can be bought. */
	public int available() {
		return this.live ? this.stock : 0;
	}

}
