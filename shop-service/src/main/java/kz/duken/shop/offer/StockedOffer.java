package kz.duken.shop.offer;

import java.util.UUID;

import kz.duken.commons.money.Money;

/**
 * An offer as an order finds it.
 *
 * @param live whether it is on sale at all
 */
public record StockedOffer(UUID id, OfferKey key, Money price, int stock, boolean live) {

	/** How many can be had. */
	public int available() {
		return this.live ? this.stock : 0;
	}

}
