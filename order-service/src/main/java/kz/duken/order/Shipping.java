package kz.duken.order;

import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import kz.duken.commons.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of shipments: each step is one local transaction under the lock of the
 * order's row. Repeated, it changes nothing; out of turn, it is a
 * {@link ShipmentOutOfTurn}.
 */
@Component
class Shipping {

	private final OrderRepository orders;

	private final OrderHistory history;

	private final Settlements settlements;

	Shipping(OrderRepository orders, OrderHistory history, Settlements settlements) {
		this.orders = orders;
		this.history = history;
		this.settlements = settlements;
	}

	/** The shop has sent it. */
	@Transactional
	void ship(UUID orderId, UUID shopId, @Nullable String trackingNumber) {
		change(orderId, shopId, (order, shipment) -> {
			if (!shipment.ship(trackingNumber)) {
				return false;
			}
			this.history.add(orderId, HistoryEntry.Type.SHIPPED, shopId, shipment.shopName() + " has sent its part"
					+ ((trackingNumber != null) ? ", tracking number " + trackingNumber : "") + ".");
			return true;
		});
	}

	/** It has arrived, as the shop says. */
	@Transactional
	void deliver(UUID orderId, UUID shopId) {
		change(orderId, shopId, (order, shipment) -> {
			if (!shipment.deliver(this.orders.now())) {
				return false;
			}
			this.history.add(orderId, HistoryEntry.Type.DELIVERED, shopId,
					"The part of " + shipment.shopName() + " was delivered.");
			return true;
		});
	}

	/**
	 * The customer has it, and the shop is to be paid. Unlike a shop, he sees his order
	 * before it is confirmed.
	 * @param byWhom who says so
	 */
	@Transactional
	void receive(UUID orderId, UUID shopId, String byWhom) {
		change(orderId, shopId, (order) -> true, (order, shipment) -> {
			if (!order.isConfirmed()) {
				throw new ShipmentOutOfTurn(order.status());
			}
			if (!shipment.receive()) {
				return false;
			}
			this.history.add(orderId, HistoryEntry.Type.RECEIVED, shopId,
					"The part of " + shipment.shopName() + " was received, as " + byWhom + ".");
			this.settlements.add(orderId, shopId, Settlement.Kind.CREDIT);
			return true;
		});
	}

	/** The shop cannot send it: goods and money go back. */
	@Transactional
	void cancel(UUID orderId, UUID shopId) {
		change(orderId, shopId, (order, shipment) -> {
			if (!shipment.cancel()) {
				return false;
			}
			this.history.add(orderId, HistoryEntry.Type.CANCELLED, shopId,
					shipment.shopName() + " cannot send its part.");
			this.settlements.giveBack(order, shipment);
			return true;
		});
	}

	private void change(UUID orderId, UUID shopId, BiFunction<Order, Shipment, Boolean> step) {
		change(orderId, shopId, Order::isConfirmed, step);
	}

	private void change(UUID orderId, UUID shopId, Predicate<Order> seen, BiFunction<Order, Shipment, Boolean> step) {
		Order order = this.orders.lock(orderId)
			.filter((found) -> seen.test(found) && found.hasShipment(shopId))
			.orElseThrow(() -> new NotFound("shipment of order " + orderId));
		Shipment shipment = order.shipment(shopId);
		if (step.apply(order, shipment)) {
			order.followShipments();
		}
	}

}
