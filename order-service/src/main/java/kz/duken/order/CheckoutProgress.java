package kz.duken.order;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.Assert;

/**
 * How far each checkout has come, and who is at work on it.
 * <p>
 * A step is left once: the update names the step that it leaves, so of two drivers (one
 * of them perhaps asleep for longer than its lease) the second changes nothing. The lease
 * only saves them from doing the same work twice. Its clock is the database's.
 */
@Repository
class CheckoutProgress {

	private final JdbcClient sql;

	private final JsonMapper json;

	private final OrderHistory history;

	private final CheckoutProperties properties;

	CheckoutProgress(JdbcClient sql, JsonMapper json, OrderHistory history, CheckoutProperties properties) {
		this.sql = sql;
		this.json = json;
		this.history = history;
		this.properties = properties;
	}

	@Transactional
	void reserved(Order order) {
		move(order, CheckoutStep.RESERVE, CheckoutStep.PAY, OrderStatus.PENDING, PaymentStatus.PENDING);
	}

	@Transactional
	void paid(Order order) {
		if (move(order, CheckoutStep.PAY, CheckoutStep.FINISH, OrderStatus.PENDING, PaymentStatus.PAID)) {
			this.history.add(order.id(), HistoryEntry.Type.PAID, order.total() + " tenge were paid from the wallet.");
		}
	}

	@Transactional
	void finished(Order order) {
		if (move(order, CheckoutStep.FINISH, CheckoutStep.END, OrderStatus.CONFIRMED, PaymentStatus.PAID)) {
			this.history.add(order.id(), HistoryEntry.Type.CONFIRMED, "The shops are preparing the order.");
		}
	}

	/** A neighbour has refused the step at which the order is. */
	@Transactional
	void refused(Order order, Rejection rejection) {
		move(order, order.step(), CheckoutStep.RELEASE, OrderStatus.PENDING, PaymentStatus.PENDING, rejection);
	}

	@Transactional
	void released(Order order) {
		if (move(order, CheckoutStep.RELEASE, CheckoutStep.END, OrderStatus.REJECTED, PaymentStatus.FAILED)) {
			Rejection rejection = Objects.requireNonNull(order.rejection());
			this.history.add(order.id(), HistoryEntry.Type.REJECTED, rejection.detail());
		}
	}

	private boolean move(Order order, CheckoutStep from, CheckoutStep to, OrderStatus status, PaymentStatus payment) {
		return move(order, from, to, status, payment, null);
	}

	private boolean move(Order order, CheckoutStep from, CheckoutStep to, OrderStatus status, PaymentStatus payment,
			@Nullable Rejection rejection) {
		Assert.state(from.canBecome(to), () -> "No order goes from " + from + " to " + to);
		return this.sql.sql("""
				update purchase_order set step = :to, status = :status, payment_status = :payment,
					rejection = coalesce(:rejection::jsonb, rejection),
					lease_until = clock_timestamp() + :lease * interval '1 millisecond'
				where id = :id and step = :from
				""")
			.param("id", order.id())
			.param("from", from.name())
			.param("to", to.name())
			.param("status", status.name())
			.param("payment", payment.name())
			.param("rejection", (rejection != null) ? this.json.writeValueAsString(rejection) : null)
			.param("lease", this.properties.lease().toMillis())
			.update() == 1;
	}

	/**
	 * Takes the lease of an order that is not at the end.
	 * @return {@code false} when somebody is at work on it, or nothing is left to do
	 */
	boolean takeLease(UUID id) {
		return this.sql.sql("""
				update purchase_order set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
				where id = :id and step <> 'END' and lease_until <= clock_timestamp()
				""").param("id", id).param("lease", this.properties.lease().toMillis()).update() == 1;
	}

	/** Takes the leases that have run out, a batch of them, the longest waiting first. */
	List<UUID> takeLeases() {
		return this.sql.sql("""
				with abandoned as materialized (
					select id from purchase_order
					where step <> 'END' and lease_until <= clock_timestamp()
					order by lease_until limit :batch for update skip locked)
				update purchase_order o set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
				from abandoned where o.id = abandoned.id returning o.id
				""")
			.param("batch", this.properties.batch())
			.param("lease", this.properties.lease().toMillis())
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
	}

	void renewLease(UUID id) {
		setLease(id, this.properties.lease().toMillis());
	}

	/** Whoever comes may go on. */
	void giveUpLease(UUID id) {
		setLease(id, 0);
	}

	private void setLease(UUID id, long millis) {
		this.sql.sql("""
				update purchase_order set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
				where id = :id and step <> 'END'
				""").param("id", id).param("lease", millis).update();
	}

}
