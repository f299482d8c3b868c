package kz.duken.order;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is left to settle, each its own durable task with a lease, as orders have one.
 */
@Repository
class Settlements {

	private static final String IT = "where order_id = :order and shop_id = :shop and kind = :kind and done_at is null";

	private final JdbcClient sql;

	private final OrderRepository orders;

	private final OrderHistory history;

	private final CheckoutProperties properties;

	Settlements(JdbcClient sql, OrderRepository orders, OrderHistory history, CheckoutProperties properties) {
		this.sql = sql;
		this.orders = orders;
		this.history = history;
		this.properties = properties;
	}

	/** Notes what is to be done; part of the transaction that ends the shipment. */
	void add(Settlement settlement) {
		statement(settlement, """
				insert into settlement (order_id, shop_id, kind, lease_until)
				values (:order, :shop, :kind, clock_timestamp())
				""").update();
	}

	boolean isAnyLeft(UUID orderId) {
		return this.sql.sql("select exists (select from settlement where order_id = :order and done_at is null)")
			.param("order", orderId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Takes the leases of settlements that nobody is at work on, a batch of them, the
	 * longest waiting first.
	 * @param orderId only this order's; {@code null} for any
	 */
	List<Settlement> takeLeases(@Nullable UUID orderId) {
		return this.sql.sql("""
				with abandoned as materialized (
					select order_id, shop_id, kind from settlement
					where done_at is null and lease_until <= clock_timestamp()
					and (cast(:order as uuid) is null or order_id = :order)
					order by lease_until limit :batch for update skip locked)
				update settlement s set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
				from abandoned a where s.order_id = a.order_id and s.shop_id = a.shop_id and s.kind = a.kind
				returning s.order_id, s.shop_id, s.kind
				""")
			.param("order", orderId)
			.param("batch", this.properties.batch())
			.param("lease", this.properties.lease().toMillis())
			.query((row, number) -> new Settlement(row.getObject("order_id", UUID.class),
					row.getObject("shop_id", UUID.class), Settlement.Kind.valueOf(row.getString("kind"))))
			.list();
	}

	/** Whoever comes may go on. */
	void giveUpLease(Settlement settlement) {
		statement(settlement, "update settlement set lease_until = clock_timestamp() " + IT).update();
	}

	/** Done again, it changes nothing. */
	@Transactional
	void done(Settlement settlement) {
		Order order = this.orders.lock(settlement.orderId()).orElseThrow();
		boolean first = statement(settlement, "update settlement set done_at = clock_timestamp() " + IT).update() == 1;
		if (first && settlement.kind() == Settlement.Kind.REFUND) {
			Shipment shipment = order.shipment(settlement.shopId());
			this.history.add(order.id(), HistoryEntry.Type.REFUNDED, settlement.shopId(),
					shipment.total() + " tenge went back to the wallet.");
			this.sql.sql("""
					update purchase_order o set payment_status = case when exists (
						select from shipment s where s.order_id = o.id and not exists (
							select from settlement t where t.order_id = s.order_id and t.shop_id = s.shop_id
							and t.kind = 'REFUND' and t.done_at is not null))
						then 'PARTIALLY_REFUNDED' else 'REFUNDED' end
					where o.id = :id
					""").param("id", order.id()).update();
		}
	}

	private JdbcClient.StatementSpec statement(Settlement settlement, String statement) {
		return this.sql.sql(statement)
			.param("order", settlement.orderId())
			.param("shop", settlement.shopId())
			.param("kind", settlement.kind().name());
	}

}
