package kz.duken.order;

import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders at their beginning. A draft holds the customer's key and his only pending order;
 * it becomes an order when it gets its lines, or is removed as if it had never been.
 */
@Repository
class Drafts {

	private final JdbcClient sql;

	private final JsonMapper json;

	private final OrderHistory history;

	private final CheckoutProperties properties;

	Drafts(JdbcClient sql, JsonMapper json, OrderHistory history, CheckoutProperties properties) {
		this.sql = sql;
		this.json = json;
		this.history = history;
		this.properties = properties;
	}

	/** Who holds a key. */
	record Holder(UUID id, String requestHash, boolean draft) {
	}

	/** The order or the living draft that was made under this key. */
	Optional<Holder> holder(UUID customerId, String key) {
		return this.sql.sql("""
				select id, request_hash, step = 'BEGIN' as draft from purchase_order
				where customer_id = :customer and idempotency_key = :key
				and not (step = 'BEGIN' and lease_until <= clock_timestamp())
				""").param("customer", customerId).param("key", key).query(Holder.class).optional();
	}

	/**
	 * Opens a draft, with the lease. One of this customer that a crash has left behind
	 * makes way.
	 * @return {@code false} when there is an order with this key, or a pending one
	 */
	@Transactional
	boolean open(UUID id, PlaceOrder command) {
		this.sql.sql("""
				delete from purchase_order
				where customer_id = :customer and status = 'PENDING' and step = 'BEGIN'
				and lease_until <= clock_timestamp()
				""").param("customer", command.customerId()).update();
		return this.sql.sql("""
				insert into purchase_order (id, customer_id, idempotency_key, request_hash, delivery_address, comment,
					placed_at, deadline, lease_until)
				values (:id, :customer, :key, :hash, :address::jsonb, :comment,
					now(), now() + :deadline * interval '1 millisecond', clock_timestamp() + :lease * interval '1 ms')
				on conflict do nothing
				""")
			.param("id", id)
			.param("customer", command.customerId())
			.param("key", command.key())
			.param("hash", command.requestHash())
			.param("address", this.json.writeValueAsString(command.request().deliveryAddress()))
			.param("comment", command.request().comment())
			.param("deadline", this.properties.deadline().toMillis())
			.param("lease", this.properties.lease().toMillis())
			.update() == 1;
	}

	boolean isAnotherPending(UUID customerId, String key) {
		return this.sql.sql("""
				select exists (select from purchase_order
				where customer_id = :customer and status = 'PENDING' and idempotency_key <> :key)
				""").param("customer", customerId).param("key", key).query(Boolean.class).single();
	}

	/**
	 * The draft becomes an order of what was in the cart.
	 * @return {@code false} when somebody has removed it meanwhile
	 */
	@Transactional
	boolean fill(UUID id, OrderContents contents) {
		boolean stillThere = this.sql.sql("""
				update purchase_order set step = 'RESERVE', sum = :sum, discount = :discount, total = :total,
					lease_until = clock_timestamp() + :lease * interval '1 millisecond'
				where id = :id and step = 'BEGIN'
				""")
			.param("id", id)
			.param("sum", contents.sum().amount())
			.param("discount", contents.discount().amount())
			.param("total", contents.total().amount())
			.param("lease", this.properties.lease().toMillis())
			.update() == 1;
		if (stillThere) {
			insert(id, contents);
			this.history.add(id, HistoryEntry.Type.PLACED, "The order was placed.");
		}
		return stillThere;
	}

	private void insert(UUID id, OrderContents contents) {
		this.sql.sql("""
				insert into shipment (order_id, shop_id, shop_name, sum, discount, total)
				select :id, (s ->> 'shopId')::uuid, s ->> 'shopName', (s ->> 'sum')::numeric,
					(s ->> 'discount')::numeric, (s ->> 'total')::numeric
				from jsonb_array_elements(:shipments::jsonb) as s
				""").param("id", id).param("shipments", this.json.writeValueAsString(contents.shipments())).update();
		this.sql.sql("""
				insert into order_line
					(order_id, position, shop_id, product_id, cart_item_id, name, unit_price, quantity)
				select :id, position, (l ->> 'shopId')::uuid, (l ->> 'productId')::uuid, (l ->> 'itemId')::uuid,
					l ->> 'name', (l ->> 'unitPrice')::numeric, (l ->> 'quantity')::int
				from jsonb_array_elements(:lines::jsonb) with ordinality as t (l, position)
				""").param("id", id).param("lines", this.json.writeValueAsString(contents.lines())).update();
	}

	/** Does nothing when it has become an order. */
	void remove(UUID id) {
		this.sql.sql("delete from purchase_order where id = :id and step = 'BEGIN'").param("id", id).update();
	}

}
