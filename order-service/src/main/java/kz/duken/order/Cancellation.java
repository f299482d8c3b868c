package kz.duken.order;

import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels orders: one local transaction, under the lock of the order's row, ends the
 * shipments and notes what is to be given back. {@link Settling} gives it back.
 */
@Component
class Cancellation {

	private final OrderRepository orders;

	private final OrderHistory history;

	private final Settlements settlements;

	Cancellation(OrderRepository orders, OrderHistory history, Settlements settlements) {
		this.orders = orders;
		this.history = history;
		this.settlements = settlements;
	}

	/**
	 * Cancels what is left of an order; cancelled again, it stays as it is.
	 * @throws OrderNotCancellable when it is pending or rejected, or a shop has shipped
	 */
	@Transactional
	void cancel(UUID id, String byWhom) {
		Order order = this.orders.lock(id).orElseThrow();
		for (Shipment shipment : order.cancel()) {
			this.history.add(id, HistoryEntry.Type.CANCELLED, shipment.shopId(),
					"The part of " + shipment.shopName() + " was cancelled by " + byWhom + ".");
			this.settlements.giveBack(order, shipment);
		}
	}

}
