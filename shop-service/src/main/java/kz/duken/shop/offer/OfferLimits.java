package kz.duken.shop.offer;

/** Limits on what an owner can say. */
public final class OfferLimits {

	public static final int MAX_STOCK = 1_000_000;

	private OfferLimits() {
	}

}
