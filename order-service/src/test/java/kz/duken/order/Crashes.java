package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.Ids;
import kz.duken.commons.idempotency.RequestHash;
import kz.duken.order.cart.Cart;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in the database when a driver has died, its lease over. */
class Crashes {

	private final JdbcClient sql;

	private final TransactionTemplate transaction;

	private final Drafts drafts;

	private final CheckoutProgress progress;

	private final Orders orders;

	private final Store store;

	private final JsonMapper json;

	Crashes(JdbcClient sql, TransactionTemplate transaction, Drafts drafts, CheckoutProgress progress, Orders orders,
			Store store, JsonMapper json) {
		this.sql = sql;
		this.transaction = transaction;
		this.drafts = drafts;
		this.progress = progress;
		this.orders = orders;
		this.store = store;
		this.json = json;
	}

	static List<CheckoutStep> steps() {
		return List.of(CheckoutStep.RESERVE, CheckoutStep.REDEEM, CheckoutStep.PAY, CheckoutStep.FINISH,
				CheckoutStep.RELEASE);
	}

	/** The driver died before it took this step. */
	UUID leave(Buyer buyer, String key, CheckoutStep step) {
		return leave(buyer, key, step, Duration.ZERO);
	}

	/** The driver died, but its lease goes on for long. */
	UUID leaveUntaken(Buyer buyer, CheckoutStep step) {
		return leave(buyer, "k1", step, Duration.ofMinutes(1));
	}

	/** In one transaction, so that nobody goes on with what is half made. */
	private UUID leave(Buyer buyer, String key, CheckoutStep step, Duration left) {
		return this.transaction.execute((status) -> {
			UUID id = open(buyer, key);
			advance(id, buyer, step);
			setLease(id, left);
			return id;
		});
	}

	/** All of these leases run out in one moment. */
	void endLeases(List<UUID> orders) {
		this.sql.sql("update purchase_order set lease_until = clock_timestamp() where id in (:orders)")
			.param("orders", orders)
			.update();
	}

	/** An order with a history that its next step contradicts gets to its end. */
	void mend(UUID id) {
		this.sql.sql("insert into order_history (order_id, type, detail) values (?, 'CONFIRMED', 'mended')")
			.param(id)
			.update();
		this.sql
			.sql("update purchase_order set step = 'END', status = 'CONFIRMED', payment_status = 'PAID' where id = ?")
			.param(id)
			.update();
	}

	/** A draft that nobody takes, past its deadline. */
	UUID leaveOverdueDraft(Buyer buyer) {
		UUID id = UUID.randomUUID();
		this.sql.sql("""
				insert into purchase_order (id, customer_id, idempotency_key, request_hash, delivery_address, placed_at,
					deadline, lease_until)
				values (?, ?, 'k1', repeat('0', 64), '{}', now() - interval '2 s', now() - interval '1 s',
					now() + interval '1 min')""").params(id, buyer.id()).update();
		return id;
	}

	private void advance(UUID id, Buyer buyer, CheckoutStep step) {
		fill(id, buyer, (step == CheckoutStep.REDEEM) ? "SPRING" : null);
		if (step == CheckoutStep.REDEEM || step == CheckoutStep.PAY || step == CheckoutStep.FINISH) {
			this.progress.reserved(id);
		}
		if (step == CheckoutStep.FINISH) {
			this.progress.paid(id);
		}
		if (step == CheckoutStep.RELEASE) {
			this.progress.refused(CheckoutStep.RESERVE, id, Rejection.expired());
		}
	}

	/** Whether the draft is an order now, perhaps with this code. */
	boolean fill(UUID id, Buyer buyer, @Nullable String promoCode) {
		Cart cart = this.json.convertValue(buyer.cartAnswer(), Cart.class);
		return this.drafts.fill(id, OrderContents.of(id, new Cart(cart.items(), promoCode, cart.discount())));
	}

	/** The driver died while it read the cart; its lease has so long left. */
	UUID leaveDraft(Buyer buyer, String key, Duration left) {
		UUID id = open(buyer, key);
		setLease(id, left);
		return id;
	}

	private void setLease(UUID id, Duration left) {
		this.sql.sql(
				"update purchase_order set lease_until = clock_timestamp() + :left * interval '1 millisecond' where id = :id")
			.param("left", left.toMillis())
			.param("id", id)
			.update();
	}

	boolean isGone(UUID id) {
		return this.orders.find(id).isEmpty();
	}

	UUID open(Buyer buyer, String key) {
		UUID id = Ids.next();
		assertThat(open(id, buyer, key)).isTrue();
		return id;
	}

	/** Whether there is a draft of this id now. */
	boolean open(UUID id, Buyer buyer, String key) {
		PlaceOrderRequest request = this.json.readValue(this.store.body(buyer), PlaceOrderRequest.class);
		return this.drafts.open(id, new PlaceOrder(buyer.id(), key, RequestHash.of(request, this.json), request));
	}

}
