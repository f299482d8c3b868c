package kz.duken.shop.reservation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The facts about orders' reservations. Each {@code insert … on conflict} waits for a
 * twin that is still running, so what is read after it is the twin's fact.
 */
@Repository
class ReservationRepository {

	private final JdbcClient jdbc;

	ReservationRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Begins the reservation of an order that has none.
	 * @return {@code RESERVED} to be made true or refused in this transaction, or
	 * {@code EXPIRED} by the database's clock; empty when the order has its answer
	 */
	Optional<Outcome> begin(UUID orderId, Instant deadline) {
		return this.jdbc.sql("""
				insert into reservation (order_id, outcome)
				values (:order, case when clock_timestamp() > :deadline then 'EXPIRED' else 'RESERVED' end)
				on conflict do nothing returning outcome""")
			.param("order", orderId)
			.param("deadline", deadline.atOffset(ZoneOffset.UTC))
			.query((row, index) -> Outcome.valueOf(row.getString("outcome")))
			.optional();
	}

	void refuse(UUID orderId, ReserveAnswer answer) {
		this.jdbc.sql("update reservation set outcome = :outcome where order_id = :order")
			.param("outcome", answer.outcome().name())
			.param("order", orderId)
			.update();
		for (RefusedLine line : answer.lines()) {
			this.jdbc.sql("""
					insert into reservation_refusal (order_id, product_id, shop_id, price, available)
					values (:order, :product, :shop, :price, :available)""")
				.param("order", orderId)
				.param("product", line.productId())
				.param("shop", line.shopId())
				.param("price", line.price().amount())
				.param("available", line.available())
				.update();
		}
	}

	void hold(UUID orderId, HeldLine line) {
		this.jdbc.sql("""
				insert into reservation_line (order_id, offer_id, quantity, price)
				values (:order, :offer, :quantity, :price)""")
			.param("order", orderId)
			.param("offer", line.offerId())
			.param("quantity", line.quantity())
			.param("price", line.price().amount())
			.update();
	}

	/** The answer that the order has been given. */
	ReserveAnswer answer(UUID orderId) {
		Outcome outcome = this.jdbc.sql("select outcome from reservation where order_id = :order")
			.param("order", orderId)
			.query((row, index) -> Outcome.valueOf(row.getString("outcome")))
			.single();
		List<RefusedLine> refused = this.jdbc.sql("""
				select product_id, shop_id, price, available from reservation_refusal
				where order_id = :order order by product_id, shop_id""")
			.param("order", orderId)
			.query((row, index) -> new RefusedLine(row.getObject("product_id", UUID.class),
					row.getObject("shop_id", UUID.class), new Money(row.getBigDecimal("price")),
					row.getInt("available")))
			.list();
		return new ReserveAnswer(outcome, refused);
	}

	/** Commits what is held. */
	boolean commit(UUID orderId) {
		return change("""
				update reservation set committed_at = clock_timestamp()
				where order_id = :order and outcome = 'RESERVED' and committed_at is null and released_at is null""",
				orderId);
	}

	boolean isCommitted(UUID orderId) {
		return this.jdbc
			.sql("select exists (select from reservation where order_id = :order and committed_at is not null)")
			.param("order", orderId)
			.query(Boolean.class)
			.single();
	}

	/** Leaves a mark that refuses the order's request, which has not come yet. */
	boolean markReleased(UUID orderId) {
		return change("""
				insert into reservation (order_id, outcome, released_at) values (:order, 'RELEASED', clock_timestamp())
				on conflict do nothing""", orderId);
	}

	/** Gives up what is held and not committed. */
	boolean release(UUID orderId) {
		return change("""
				update reservation set released_at = clock_timestamp()
				where order_id = :order and outcome = 'RESERVED' and committed_at is null and released_at is null""",
				orderId);
	}

	/** Notes that a shop gets back what this order bought of it; once. */
	boolean restock(UUID orderId, UUID shopId) {
		return this.jdbc.sql("""
				insert into restock (order_id, shop_id) select r.order_id, :shop from reservation r
				where r.order_id = :order and r.committed_at is not null and exists (
				  select from reservation_line l join offer o on o.id = l.offer_id
				  where l.order_id = r.order_id and o.shop_id = :shop)
				on conflict do nothing""").param("order", orderId).param("shop", shopId).update() == 1;
	}

	boolean isRestocked(UUID orderId, UUID shopId) {
		return this.jdbc.sql("select exists (select from restock where order_id = :order and shop_id = :shop)")
			.param("order", orderId)
			.param("shop", shopId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * What the order took, in the order of the offers' ids.
	 * @param shopId of which shop, {@code null} for all
	 */
	List<HeldLine> held(UUID orderId, @Nullable UUID shopId) {
		return this.jdbc.sql("""
				select l.offer_id, l.quantity, l.price from reservation_line l join offer o on o.id = l.offer_id
				where l.order_id = :order and (cast(:shop as uuid) is null or o.shop_id = cast(:shop as uuid))
				order by l.offer_id""")
			.param("order", orderId)
			.param("shop", shopId)
			.query((row, index) -> new HeldLine(row.getObject("offer_id", UUID.class), row.getInt("quantity"),
					new Money(row.getBigDecimal("price"))))
			.list();
	}

	private boolean change(String sql, UUID orderId) {
		return this.jdbc.sql(sql).param("order", orderId).update() == 1;
	}

}
