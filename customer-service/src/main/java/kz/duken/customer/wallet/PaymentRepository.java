package kz.duken.customer.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What orders were answered. */
@Repository
class PaymentRepository {

	private final JdbcClient database;

	PaymentRepository(JdbcClient database) {
		this.database = database;
	}

	Optional<Payment> find(UUID orderId) {
		return this.database
			.sql("select customer_id, sum, discount, total, outcome, balance from payment where order_id = :order")
			.param("order", orderId)
			.query((row, number) -> payment(row))
			.optional();
	}

	/** Whether the time has come, by the clock that all instances share. */
	boolean isPast(Instant deadline) {
		return this.database.sql("select clock_timestamp() > :deadline")
			.param("deadline", deadline.atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
	}

	void add(UUID orderId, Payment payment, Instant deadline, @Nullable UUID transferId) {
		this.database.sql("""
				insert into payment
				  (order_id, customer_id, sum, discount, total, deadline, outcome, balance, transfer_id)
				values (:order, :customer, :sum, :discount, :total, :deadline, :outcome, :balance, :transfer)""")
			.param("order", orderId)
			.param("customer", payment.customerId())
			.param("sum", payment.sum().amount())
			.param("discount", payment.discount().amount())
			.param("total", payment.total().amount())
			.param("deadline", deadline.atOffset(ZoneOffset.UTC))
			.param("outcome", payment.outcome().name())
			.param("balance", payment.balance().amount())
			.param("transfer", transferId)
			.update();
	}

	Optional<Refund> findRefund(UUID orderId, UUID shopId) {
		return this.database.sql("select net, discount from refund where order_id = :order and shop_id = :shop")
			.param("order", orderId)
			.param("shop", shopId)
			.query((row, number) -> refund(row))
			.optional();
	}

	/** What has gone back to all shops' parts of the order. */
	Refund refunded(UUID orderId) {
		return this.database.sql("""
				select coalesce(sum(net), 0) as net, coalesce(sum(discount), 0) as discount
				from refund where order_id = :order""")
			.param("order", orderId)
			.query((row, number) -> refund(row))
			.single();
	}

	void add(UUID orderId, UUID shopId, Refund refund, UUID transferId) {
		this.database.sql("""
				insert into refund (order_id, shop_id, gross, net, discount, transfer_id)
				values (:order, :shop, :gross, :net, :discount, :transfer)""")
			.param("order", orderId)
			.param("shop", shopId)
			.param("gross", refund.gross().amount())
			.param("net", refund.net().amount())
			.param("discount", refund.discount().amount())
			.param("transfer", transferId)
			.update();
	}

	private static Payment payment(ResultSet row) throws SQLException {
		return new Payment(row.getObject("customer_id", UUID.class), new Money(row.getBigDecimal("sum")),
				new Money(row.getBigDecimal("discount")), new Money(row.getBigDecimal("total")),
				PaymentOutcome.valueOf(row.getString("outcome")), new Money(row.getBigDecimal("balance")));
	}

	private static Refund refund(ResultSet row) throws SQLException {
		return new Refund(new Money(row.getBigDecimal("net")), new Money(row.getBigDecimal("discount")));
	}

}
