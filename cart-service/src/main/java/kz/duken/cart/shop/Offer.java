package kz.duken.cart.shop;

import java.util.UUID;

import kz.duken.commons.money.Money;

/**
 * An offer as it is now.
 *
 * @param shopStatus {@code ACTIVE}, or another in which customers do not see the shop
 * @param price the last one when it is not live any more
 * @param stock 0 … 1 000 000
 * @param live whether it can be bought at all
 */
public record Offer(UUID productId, UUID shopId, String shopName, String shopStatus, Money price, int stock,
		boolean live) {

	public OfferKey key() {
		return new OfferKey(this.productId, this.shopId);
	}

	/**
	 * Whether a customer may know of it: one that has ended, yes, but none of a shop that
	 * he does not see.
	 */
	public boolean visible() {
		return this.live || "ACTIVE".equals(this.shopStatus);
	}

	/** How many can be bought. */
	public int available() {
		return this.live ? this.stock : 0;
	}

}
