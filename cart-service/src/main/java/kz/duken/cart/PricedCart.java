package kz.duken.cart;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.cart.shop.Offer;
import kz.duken.cart.shop.OfferKey;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A cart at the shops' current prices.
 *
 * @param id {@code null} until something was put in
 * @param discount of its promo code as if that applied, which is decided when it is used
 * @param leftOut lines that a merge just now found no place for
 */
record PricedCart(@Nullable UUID id, List<PricedLine> lines, @Nullable String promoCode, Money discount,
		List<CartLine> leftOut) {

	static final PricedCart NOTHING = new PricedCart(null, List.of(), null, Money.ZERO, List.of());

	static PricedCart of(Cart cart, Map<OfferKey, Offer> offers) {
		return new PricedCart(cart.id(),
				cart.lines().stream().map((line) -> new PricedLine(line, offers.get(line.offer()))).toList(),
				cart.promoCode(), Money.ZERO, List.of());
	}

	PricedCart lessDiscount(Money less) {
		return new PricedCart(this.id, this.lines, this.promoCode, less, this.leftOut);
	}

	PricedCart without(List<CartLine> lines) {
		return new PricedCart(this.id, this.lines, this.promoCode, this.discount, lines);
	}

	/** How many pieces. */
	int count() {
		return this.lines.stream().mapToInt((line) -> line.line().quantity()).sum();
	}

	/** The whole price; a line whose offer is gone still counts. */
	Money sum() {
		return this.lines.stream().map(PricedLine::total).reduce(Money.ZERO, Money::plus);
	}

	/** What the customer would pay now. */
	Money total() {
		return sum().minus(this.discount);
	}

}
