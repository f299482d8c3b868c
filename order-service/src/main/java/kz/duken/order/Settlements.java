package kz.duken.order;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is left to settle, each its own durable task with a lease, as orders have one.
 */
@Component
class Settlements {

	private final SettlementRepository settlements;

	private final OrderRepository orders;

	private final OrderHistory history;

	private final CheckoutProperties properties;

	Settlements(SettlementRepository settlements, OrderRepository orders, OrderHistory history,
			CheckoutProperties properties) {
		this.settlements = settlements;
		this.orders = orders;
		this.history = history;
		this.properties = properties;
	}

	/** Notes what is to be done; part of the transaction that ends the shipment. */
	void add(UUID orderId, UUID shopId, Settlement.Kind kind) {
		this.settlements.add(orderId, shopId, kind.name());
	}

	/**
	 * Notes that goods and money of a shipment go back, and the promo code with the last
	 * one; part of the transaction that cancels it.
	 */
	void giveBack(Order order, Shipment cancelled) {
		add(order.id(), cancelled.shopId(), Settlement.Kind.RESTOCK);
		add(order.id(), cancelled.shopId(), Settlement.Kind.REFUND);
		if (order.givesCodeBack()) {
			this.settlements.giveCodeBack(order.id(), cancelled.shopId());
		}
	}

	boolean isAnyLeft(UUID orderId) {
		return this.settlements.isAnyLeft(orderId);
	}

	/**
	 * Takes the leases of settlements that nobody is at work on, so many at most, the
	 * longest waiting first.
	 */
	List<Settlement> takeLeases(int most) {
		return this.settlements.takeLeases(null, most, this.properties.lease().toMillis());
	}

	/** As {@link #takeLeases(int)}, a batch of this order's. */
	List<Settlement> takeLeases(UUID orderId) {
		return this.settlements.takeLeases(orderId, this.properties.batch(), this.properties.lease().toMillis());
	}

	void renewLease(Settlement settlement) {
		setLease(settlement, this.properties.lease().toMillis());
	}

	/** Whoever comes may go on. */
	void giveUpLease(Settlement settlement) {
		setLease(settlement, 0);
	}

	private void setLease(Settlement settlement, long lease) {
		this.settlements.setLease(settlement.orderId(), settlement.shopId(), settlement.kind().name(), lease);
	}

	/** How much of what was paid for an order is back in the wallet. */
	Money refunded(Order order) {
		return this.settlements.refunded(order.id())
			.stream()
			.map((shopId) -> order.shipment(shopId).total())
			.reduce(Money.ZERO, Money::plus);
	}

	/** Done again, it changes nothing. */
	@Transactional
	void done(UUID orderId, UUID shopId, Settlement.Kind kind) {
		Order order = this.orders.lock(orderId).orElseThrow();
		boolean first = this.settlements.done(orderId, shopId, kind.name()) == 1;
		if (first && kind == Settlement.Kind.REFUND) {
			order.refunded(this.settlements.refunded(orderId).size());
			this.history.add(orderId, HistoryEntry.Type.REFUNDED, shopId,
					order.shipment(shopId).total() + " tenge went back to the wallet.");
		}
	}

}
