package kz.duken.order;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds orders. Customers see their own, administrators all; nobody sees a draft, of
 * which nothing may be left.
 */
@Repository
class OrderRepository {

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	private final JdbcClient sql;

	private final OrderRows rows;

	OrderRepository(JdbcClient sql, OrderRows rows) {
		this.sql = sql;
		this.rows = rows;
	}

	/** An order, drafts included. */
	Optional<Order> find(UUID id) {
		return this.sql.sql(OrderRows.SELECT + "where o.id = :id").param("id", id).query(this.rows).optional();
	}

	/** An order that the caller may see. */
	Optional<Order> find(UUID id, Caller caller) {
		return find(id).filter((order) -> order.step() != CheckoutStep.BEGIN && caller.mayActFor(order.customerId()));
	}

	/** An order that nobody else changes until the transaction has ended. */
	Optional<Order> lock(UUID id) {
		this.sql.sql("select from purchase_order where id = :id for update")
			.param("id", id)
			.query((row, number) -> id)
			.optional();
		return find(id);
	}

	/**
	 * Orders that the caller may see, newest first.
	 * @param status only these; {@code null} for all but the rejected
	 * @param customerId only his
	 */
	List<Order> list(Caller caller, @Nullable OrderStatus status, @Nullable UUID customerId, PageRequest page) {
		List<String> conditions = new ArrayList<>(List.of("o.step <> 'BEGIN'"));
		Map<String, Object> parameters = new HashMap<>(Map.of("limit", page.limit()));
		conditions.add((status != null) ? "o.status = :status" : "o.status <> 'REJECTED'");
		parameters.put("status", String.valueOf(status));
		if (!caller.admin()) {
			conditions.add("o.customer_id = :caller");
			parameters.put("caller", caller.id());
		}
		if (customerId != null) {
			conditions.add("o.customer_id = :customer");
			parameters.put("customer", customerId);
		}
		if (page.cursor() != null) {
			conditions.add("(o.placed_at, o.id) < (:placedAt, :id)");
			parameters.put("placedAt", page.cursor().key(0, OrderRepository::placedAt).atOffset(ZoneOffset.UTC));
			parameters.put("id", page.cursor().key(1, UUID::fromString));
		}
		return this.sql
			.sql(OrderRows.SELECT + "where " + String.join(" and ", conditions)
					+ " order by o.placed_at desc, o.id desc limit :limit")
			.params(parameters)
			.query(this.rows)
			.list();
	}

	/** The place of an order in {@link #list}. */
	static Cursor cursor(Order order) {
		return Cursor.of(order.placedAt(), order.id());
	}

	private static Instant placedAt(String text) {
		Instant instant = Instant.parse(text);
		if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
			throw new IllegalArgumentException("no order was placed then");
		}
		return instant;
	}

}
