package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.Ids;
import kz.duken.commons.idempotency.RequestHash;
import kz.duken.order.cart.Cart;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the database when a driver has died, its lease over. */
class Crashes {

	private final JdbcClient sql;

	private final Drafts drafts;

	private final CheckoutProgress progress;

	private final Orders orders;

	private final Store store;

	private final JsonMapper json;

	Crashes(JdbcClient sql, Drafts drafts, CheckoutProgress progress, Orders orders, Store store, JsonMapper json) {
		this.sql = sql;
		this.drafts = drafts;
		this.progress = progress;
		this.orders = orders;
		this.store = store;
		this.json = json;
	}

	static List<CheckoutStep> steps() {
		return List.of(CheckoutStep.RESERVE, CheckoutStep.PAY, CheckoutStep.FINISH, CheckoutStep.RELEASE);
	}

	/** The driver died before it took this step. */
	UUID leave(Buyer buyer, String key, CheckoutStep step) {
		UUID id = open(buyer, key);
		Cart cart = this.json.convertValue(buyer.cartAnswer(), Cart.class);
		this.drafts.fill(id, OrderContents.of(id, cart));
		if (step == CheckoutStep.PAY || step == CheckoutStep.FINISH) {
			this.progress.reserved(id);
		}
		if (step == CheckoutStep.FINISH) {
			this.progress.paid(id);
		}
		if (step == CheckoutStep.RELEASE) {
			this.progress.refused(CheckoutStep.RESERVE, id, Rejection.expired());
		}
		this.progress.giveUpLease(id);
		return id;
	}

	/** The driver died while it read the cart; its lease has so long left. */
	UUID leaveDraft(Buyer buyer, String key, Duration left) {
		UUID id = open(buyer, key);
		this.sql.sql(
				"update purchase_order set lease_until = clock_timestamp() + :left * interval '1 millisecond' where id = :id")
			.param("left", left.toMillis())
			.param("id", id)
			.update();
		return id;
	}

	boolean isGone(UUID id) {
		return this.orders.find(id).isEmpty();
	}

	private UUID open(Buyer buyer, String key) {
		UUID id = Ids.next();
		PlaceOrderRequest request = this.json.readValue(this.store.body(buyer), PlaceOrderRequest.class);
		this.drafts.open(id, new PlaceOrder(buyer.id(), key, RequestHash.of(request, this.json), request));
		return id;
	}

}
