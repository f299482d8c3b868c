package kz.duken.shop.offer;

/** Limits on what an owner can say. */
final class OfferLimits {

	static final int MAX_STOCK = 1_000_000;

	private OfferLimits() {
	}

}
