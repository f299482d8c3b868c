package kz.duken.order;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far each checkout has come, and who is at work on it.
 * <p>
 * A step is left once: under the lock of the order's row, and only if the order is still
 * at the step that the driver has seen. So of two drivers (one of them perhaps asleep for
 * longer than its lease) the second changes nothing. The lease only saves them from doing
 * the same work twice. Its clock is the database's.
 */
@Component
class CheckoutProgress {

	private final OrderRepository orders;

	private final OrderHistory history;

	private final CheckoutProperties properties;

	CheckoutProgress(OrderRepository orders, OrderHistory history, CheckoutProperties properties) {
		this.orders = orders;
		this.history = history;
		this.properties = properties;
	}

	@Transactional
	void reserved(UUID id) {
		leave(CheckoutStep.RESERVE, id, Order::reserved);
	}

	@Transactional
	void redeemed(UUID id) {
		leave(CheckoutStep.REDEEM, id, Order::redeemed);
	}

	@Transactional
	void paid(UUID id) {
		leave(CheckoutStep.PAY, id, (order) -> {
			order.paid();
			this.history.add(id, HistoryEntry.Type.PAID, order.total() + " tenge were paid from the wallet.");
		});
	}

	@Transactional
	void finished(UUID id) {
		leave(CheckoutStep.FINISH, id, (order) -> {
			order.finished();
			this.history.add(id, HistoryEntry.Type.CONFIRMED, "The shops are preparing the order.");
		});
	}

	/** A neighbour has refused the step. */
	@Transactional
	void refused(CheckoutStep step, UUID id, Rejection rejection) {
		leave(step, id, (order) -> order.refused(rejection));
	}

	@Transactional
	void released(UUID id) {
		leave(CheckoutStep.RELEASE, id, (order) -> {
			order.released();
			this.history.add(id, HistoryEntry.Type.REJECTED, Objects.requireNonNull(order.rejection()).detail());
		});
	}

	private void leave(CheckoutStep step, UUID id, Consumer<Order> change) {
		this.orders.lock(id).filter((order) -> order.isAt(step)).ifPresent((order) -> {
			change.accept(order);
			renewLease(id);
		});
	}

	/**
	 * Takes the lease of an order that is not at the end.
	 * @return {@code false} when somebody is at work on it, or nothing is left to do
	 */
	boolean takeLease(UUID id) {
		return this.orders.takeLease(id, this.properties.lease().toMillis()) == 1;
	}

	/**
	 * Takes leases of orders, not of drafts, that have run out, so many at most, the
	 * longest waiting first.
	 */
	List<UUID> takeLeases(int most) {
		return this.orders.takeLeases(most, this.properties.lease().toMillis());
	}

	void renewLease(UUID id) {
		this.orders.setLease(id, this.properties.lease().toMillis());
	}

	/** Whoever comes may go on. */
	void giveUpLease(UUID id) {
		this.orders.setLease(id, 0);
	}

}
