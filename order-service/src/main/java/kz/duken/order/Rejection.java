package kz.duken.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.order.cart.Cart;
import kz.duken.order.cart.Redemption;
import kz.duken.order.shop.Reservation;
import kz.duken.order.wallet.Payment;

import org.springframework.http.HttpStatus;

/**
 * Why there is no order: told as a problem, and kept in an order that was rejected, so
 * that its key always gets the same answer.
 *
 * @param detail one line for people
 * @param properties the problem's further ones
 */
record Rejection(Reason reason, String detail, Map<String, Object> properties) {

	enum Reason {

		OUT_OF_STOCK(HttpStatus.CONFLICT), PRICE_CHANGED(HttpStatus.CONFLICT),
		PROMO_CODE_NOT_APPLICABLE(HttpStatus.CONFLICT), INSUFFICIENT_FUNDS(HttpStatus.PAYMENT_REQUIRED),
		CHECKOUT_EXPIRED(HttpStatus.CONFLICT);

		private final HttpStatus status;

		Reason(HttpStatus status) {
			this.status = status;
		}

		HttpStatus status() {
			return this.status;
		}

		String slug() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** A line that a shop cannot deliver. */
	record Shortage(UUID itemId, UUID productId, UUID shopId, int requested, int available) {
	}

	/** A unit price that is not the one the customer agreed to. */
	record PriceChange(UUID itemId, UUID productId, Money was, Money now) {
	}

	/** Prices moved since the customer last looked at his cart. */
	static Rejection priceChanged(OrderContents contents, Cart cart) {
		return priceChanged(contents.total(), cart.items()
			.stream()
			.filter((item) -> !item.unitPrice().equals(item.acceptedPrice()))
			.map((item) -> new PriceChange(item.itemId(), item.productId(), item.acceptedPrice(), item.unitPrice()))
			.toList());
	}

	/**
	 * Prices moved between the reading of the cart and the reservation.
	 * @param cart as it is now: the next order is one of that
	 */
	static Rejection priceChanged(Order order, List<Reservation.RefusedLine> refused, Cart cart) {
		List<PriceChange> changes = new ArrayList<>();
		for (OrderLine line : order.lines()) {
			Money now = find(line, refused).map(Reservation.RefusedLine::price).orElse(line.unitPrice());
			if (!now.equals(line.unitPrice())) {
				changes.add(new PriceChange(line.itemId(), line.productId(), line.unitPrice(), now));
			}
		}
		return priceChanged(cart.total(), changes);
	}

	private static Rejection priceChanged(Money total, List<PriceChange> changes) {
		return new Rejection(Reason.PRICE_CHANGED,
				"The cart costs " + total + " tenge now; look at it and order again with that total.",
				Map.of("total", total, "changes", changes));
	}

	static Rejection outOfStock(Order order, List<Reservation.RefusedLine> refused) {
		List<Shortage> lines = order.lines()
			.stream()
			.flatMap((line) -> find(line, refused).stream()
				.map((refusal) -> new Shortage(line.itemId(), line.productId(), line.shopId(), line.quantity(),
						refusal.available())))
			.toList();
		return new Rejection(Reason.OUT_OF_STOCK,
				"The shops do not have all of it any more; change the cart and order again.", Map.of("lines", lines));
	}

	static Rejection promoCodeNotApplicable(Redemption redemption) {
		return new Rejection(Reason.PROMO_CODE_NOT_APPLICABLE,
				"The promo code does not apply (any more); take it off or another one, and order again.",
				Map.of("reason", String.valueOf(redemption.reason())));
	}

	static Rejection insufficientFunds(Order order, Payment payment) {
		Money balance = Objects.requireNonNull(payment.balance());
		return new Rejection(Reason.INSUFFICIENT_FUNDS,
				"The wallet holds " + balance + " of " + order.total() + " tenge; top it up and order again.",
				Map.of("balance", balance, "total", order.total()));
	}

	static Rejection expired() {
		return new Rejection(Reason.CHECKOUT_EXPIRED,
				"The order could not be carried through in time and nothing was taken; order again.", Map.of());
	}

	private static Optional<Reservation.RefusedLine> find(OrderLine line, List<Reservation.RefusedLine> refused) {
		return refused.stream()
			.filter((refusal) -> refusal.productId().equals(line.productId()) && refusal.shopId().equals(line.shopId()))
			.findFirst();
	}

}
