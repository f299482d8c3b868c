package kz.duken.order;

import java.time.Duration;
import java.util.UUID;

import kz.duken.commons.neighbour.UnexpectedRefusal;
import kz.duken.commons.problem.Unavailable;
import kz.duken.order.cart.Carts;
import kz.duken.order.cart.Redemption;
import kz.duken.order.shop.Reservation;
import kz.duken.order.shop.Shops;
import kz.duken.order.wallet.Payment;
import kz.duken.order.wallet.Wallets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The checkout, a saga: it brings an order to its end, whatever happens on the way.
 *
 * <pre>
 * BEGIN ──► RESERVE ─┬───────────────┬─► PAY ──► FINISH ──► END, confirmed
 *              │     └─► (REDEEM) ───┘    │
 *              └──────────────┴──────────┴────► RELEASE ─► END, rejected
 * </pre>
 *
 * Only an order with a promo code is redeemed.
 *
 * Each step asks a neighbour and stores what the answer leads to. The answer is a fact
 * that the neighbour keeps under the order's id, refusals included: asked again it is the
 * same. So a step may be repeated by anybody at any time, a driver that died is replaced
 * by the next, and only a refusal turns the checkout round; a neighbour that does not
 * answer is asked again. Paying is the pivot: nothing after it can be refused, nothing
 * before it costs the customer anything.
 */
@Component
class Checkout {

	private static final Logger log = LoggerFactory.getLogger(Checkout.class);

	private final Orders orders;

	private final CheckoutProgress progress;

	private final Carts carts;

	private final Shops shops;

	private final Wallets wallets;

	private final CheckoutProperties properties;

	Checkout(Orders orders, CheckoutProgress progress, Carts carts, Shops shops, Wallets wallets,
			CheckoutProperties properties) {
		this.orders = orders;
		this.progress = progress;
		this.carts = carts;
		this.shops = shops;
		this.wallets = wallets;
		this.properties = properties;
	}

	/**
	 * Drives an order on; whoever calls holds its lease.
	 * @param patience how long a neighbour or a database that does not answer is asked
	 * again
	 * @return whether the order is at its end
	 */
	boolean drive(UUID id, Patience patience) {
		Duration pause = this.properties.firstPause();
		while (true) {
			Order order = patience.insist(() -> this.orders.find(id)).orElse(null);
			if (order == null || order.isAtTheEnd()) {
				return true;
			}
			try {
				patience.insist(() -> takeStep(order));
			}
			catch (Unavailable ex) {
				if (ex instanceof UnexpectedRefusal) {
					log.error("Order {} is stuck at {}", id, order.step(), ex);
				}
				else {
					log.warn("Order {} waits at {}: {}", id, order.step(), ex.getMessage());
				}
				if (!patience.rest(pause)) {
					return false;
				}
				pause = pause.multipliedBy(2);
				patience.insist(() -> this.progress.renewLease(id));
			}
		}
	}

	private void takeStep(Order order) {
		switch (order.step()) {
			case BEGIN -> throw new IllegalStateException("Nobody drives a draft: " + order.id());
			case RESERVE -> reserve(order);
			case REDEEM -> redeem(order);
			case PAY -> pay(order);
			case FINISH -> finish(order);
			case RELEASE -> release(order);
			case END -> {
				// nothing is left to do
			}
		}
	}

	private void reserve(Order order) {
		Reservation reservation = this.shops.reserve(order.id(), order.reservationRequest());
		switch (reservation.outcome()) {
			case RESERVED -> this.progress.reserved(order.id());
			case OUT_OF_STOCK -> refuse(order, Rejection.outOfStock(order, reservation.lines()));
			case PRICE_CHANGED ->
				refuse(order, Rejection.priceChanged(order, reservation.lines(), this.carts.of(order.customerId())));
			case EXPIRED, RELEASED -> refuse(order, Rejection.expired());
		}
	}

	private void redeem(Order order) {
		Redemption redemption = this.carts.redeem(order.id(), order.redemptionRequest());
		switch (redemption.outcome()) {
			case REDEEMED -> this.progress.redeemed(order.id());
			case NOT_APPLICABLE -> refuse(order, Rejection.promoCodeNotApplicable(redemption));
			case EXPIRED, RELEASED -> refuse(order, Rejection.expired());
		}
	}

	private void pay(Order order) {
		Payment payment = this.wallets.pay(order.id(), order.paymentRequest());
		switch (payment.outcome()) {
			case PAID -> this.progress.paid(order.id());
			case INSUFFICIENT_FUNDS -> refuse(order, Rejection.insufficientFunds(order, payment));
			case EXPIRED -> refuse(order, Rejection.expired());
		}
	}

	private void refuse(Order order, Rejection rejection) {
		this.progress.refused(order.step(), order.id(), rejection);
	}

	private void finish(Order order) {
		this.shops.commit(order.id());
		this.carts.takeOut(order.customerId(), order.id(), order.goods());
		this.progress.finished(order.id());
	}

	/**
	 * Also after a refused reservation: where nothing is held, nothing is given back.
	 */
	private void release(Order order) {
		this.shops.release(order.id());
		if (order.promoCode() != null) {
			this.carts.releaseRedemption(order.id());
		}
		this.progress.released(order.id());
	}

}
