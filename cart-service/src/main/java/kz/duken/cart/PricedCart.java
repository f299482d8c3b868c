package kz.duken.cart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import kz.duken.cart.shop.Offer;
import kz.duken.cart.shop.OfferKey;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A cart at the shops' current prices.
 *
 * @param id {@code null} until something was put in
 */
record PricedCart(@Nullable UUID id, List<PricedLine> lines) {

	static PricedCart of(Optional<Cart> cart, Map<OfferKey, Offer> offers) {
		return cart.map((some) -> of(some, offers)).orElseGet(() -> new PricedCart(null, List.of()));
	}

	static PricedCart of(Cart cart, Map<OfferKey, Offer> offers) {
		return new PricedCart(cart.id(),
				cart.lines().stream().map((line) -> new PricedLine(line, offers.get(line.offer()))).toList());
	}

	/** How many pieces. */
	int count() {
		return this.lines.stream().mapToInt((line) -> line.line().quantity()).sum();
	}

	/** The whole price; a line whose offer is gone still counts. */
	Money sum() {
		return this.lines.stream().map(PricedLine::total).reduce(Money.ZERO, Money::plus);
	}

	/** What comes off the sum. */
	Money discount() {
		return Money.ZERO;
	}

	/** What the customer would pay now. */
	Money total() {
		return sum().minus(discount());
	}

}
