package kz.duken.order;

import java.util.UUID;

import kz.duken.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may cancel an order, and until when. */
@UnhurriedOrderServiceTest
class CancellableTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@Autowired
	Crashes crashes;

	@Autowired
	JdbcClient sql;

	private final Buyer buyer = Buyer.ofThingsFromTwoShops();

	@BeforeEach
	void allIsWell() {
		this.neighbours.isWell(this.buyer);
	}

	@Test
	void anAdministratorMayCancel() {
		UUID id = this.store.order(this.buyer).orderId();

		Store.Answer answer = this.store.post(TestTokens.admin(UUID.randomUUID()), "/api/orders/" + id + "/cancel");

		assertThat(answer.orderStatus()).isEqualTo("CANCELLED");
	}

	@Test
	void nobodyElseMayEvenKnow() {
		UUID id = this.store.order(this.buyer).orderId();

		Store.Answer answer = this.store.cancel(Buyer.ofOneThing(), id);

		assertThat(answer.status()).isEqualTo(404);
		assertThat(this.store.order(this.buyer, id).orderStatus()).isEqualTo("CONFIRMED");
	}

	@Test
	void aPendingOrderCannotBeCancelled() {
		UUID id = this.crashes.leaveUntaken(this.buyer, CheckoutStep.PAY);

		Store.Answer answer = this.store.cancel(this.buyer, id);

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("order-not-cancellable");
		this.open.areWorkedOff();
	}

	@Test
	void aRejectedOrderCannotBeCancelled() {
		this.neighbours.answers(Neighbours.PAY, "{\"outcome\": \"INSUFFICIENT_FUNDS\", \"balance\": 0}");
		this.store.order(this.buyer);
		UUID id = this.store.rejected(this.buyer).get(0).path("id").asString().transform(UUID::fromString);

		assertThat(this.store.cancel(this.buyer, id).slug()).isEqualTo("order-not-cancellable");
		assertThat(this.neighbours.calls(Neighbours.REFUND, id)).isZero();
	}

	@Test
	void whatHasBeenShippedCannotBeCancelled() {
		UUID id = this.store.order(this.buyer).orderId();
		this.sql.sql("update shipment set status = 'SHIPPED' where order_id = :id and shop_id = :shop")
			.param("id", id)
			.param("shop", this.buyer.item().shopId())
			.update();

		Store.Answer answer = this.store.cancel(this.buyer, id);

		assertThat(answer.slug()).isEqualTo("order-not-cancellable");
		assertThat(this.store.order(this.buyer, id).body().path("shipments").findValuesAsString("status"))
			.containsExactlyInAnyOrder("SHIPPED", "PREPARING");
	}

}
