package kz.duken.order;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels orders: one local transaction, under the lock of the order's row, ends the
 * shipments and notes what is to be given back. {@link Settling} gives it back.
 */
@Component
class Cancellation {

	private final JdbcClient sql;

	private final OrderRepository orders;

	private final OrderHistory history;

	private final Settlements settlements;

	Cancellation(JdbcClient sql, OrderRepository orders, OrderHistory history, Settlements settlements) {
		this.sql = sql;
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
		if (order.status() == OrderStatus.CANCELLED) {
			return;
		}
		if (!order.isCancellable()) {
			throw new OrderNotCancellable(order.status());
		}
		for (UUID shopId : cancelShipments(id)) {
			this.history.add(id, HistoryEntry.Type.CANCELLED, shopId,
					"The part of " + order.shipment(shopId).shopName() + " was cancelled by " + byWhom + ".");
			this.settlements.add(new Settlement(id, shopId, Settlement.Kind.RESTOCK));
			this.settlements.add(new Settlement(id, shopId, Settlement.Kind.REFUND));
		}
		this.sql.sql("update purchase_order set status = :status where id = :id")
			.param("status", this.orders.find(id).orElseThrow().statusByShipments().name())
			.param("id", id)
			.update();
	}

	private List<UUID> cancelShipments(UUID orderId) {
		return this.sql.sql("""
				update shipment set status = 'CANCELLED' where order_id = :order and status = 'PREPARING'
				returning shop_id
				""").param("order", orderId).query((row, number) -> row.getObject("shop_id", UUID.class)).list();
	}

}
