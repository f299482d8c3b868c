package kz.duken.cart;

import kz.duken.cart.shop.Offer;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line and its offer as it is now.
 *
 * @param offer {@code null} when the shops know nothing of it any more
 */
record PricedLine(CartLine line, @Nullable Offer offer) {

	/** The shop's current price; when the offer is gone, the last one known. */
	Money unitPrice() {
		return (this.offer != null) ? this.offer.price() : this.line.acceptedPrice();
	}

	Money total() {
		return unitPrice().times(this.line.quantity());
	}

	/** Whether it costs something else than when the customer last changed it. */
	boolean priceChanged() {
		return !unitPrice().equals(this.line.acceptedPrice());
	}

	/** Whether the whole line could be bought now. */
	boolean available() {
		return left() >= this.line.quantity();
	}

	/** How many could be bought now. */
	int left() {
		return (this.offer != null) ? this.offer.available() : 0;
	}

	String shopName() {
		return (this.offer != null) ? this.offer.shopName() : "";
	}

}
