package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.AllAtOnce;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Goods and money of a cancelled order go back, once. */
@UnhurriedOrderServiceTest
class CancellationTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@Autowired
	CheckoutPoller poller;

	@Autowired
	Cancellation cancellation;

	@Autowired
	Settlements settlements;

	private final Buyer buyer = Buyer.ofThingsFromTwoShops();

	@Test
	void goodsAndMoneyGoBack() {
		UUID id = placed();

		Store.Answer answer = this.store.cancel(this.buyer, id);

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.orderStatus()).isEqualTo("CANCELLED");
		assertThat(answer.body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
		assertThat(answer.body().path("shipments").findValuesAsString("status")).containsOnly("CANCELLED");
		wentBackOnce(id);
		Buyer.Item item = this.buyer.item();
		this.neighbours.stubs()
			.verify(1, WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/refunds/" + id + "/" + item.shopId()))
				.withRequestBody(WireMock.equalToJson("{\"gross\": 200.00, \"net\": 200.00, \"discount\": 0.00}")));
	}

	@Test
	void cancelledAgainItStaysAsItIs() {
		UUID id = placed();
		Store.Answer first = this.store.cancel(this.buyer, id);

		Store.Answer again = this.store.cancel(this.buyer, id);

		assertThat(again.status()).isEqualTo(200);
		assertThat(again.body()).isEqualTo(first.body());
		wentBackOnce(id);
	}

	@Test
	void twentyWhoCancelAtOnceCancelOnce() {
		UUID id = placed();

		List<Store.Answer> answers = AllAtOnce.run(20, () -> this.store.cancel(this.buyer, id));

		assertThat(answers).extracting(Store.Answer::status).containsOnly(200);
		assertThat(answers).extracting(Store.Answer::orderStatus).containsOnly("CANCELLED");
		assertThat(answers).extracting((answer) -> answer.body().path("paymentStatus").asString())
			.containsOnly("REFUNDED");
		wentBackOnce(id);
	}

	@Test
	void anOrderOfManyShopsIsSettledWithinTheRequest() {
		Buyer many = new Buyer();
		for (int i = 0; i < 80; i++) {
			many.with("10", 1);
		}
		this.neighbours.isWell(many);
		UUID id = this.store.order(many).orderId();

		assertThat(this.store.cancel(many, id).body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
		assertThat(this.neighbours.calls(Neighbours.REFUND, id)).isEqualTo(80);
	}

	static List<ResponseDefinitionBuilder> faults() {
		return List.of(Neighbours.lostAnswer(), Neighbours.outage(), WireMock.status(409));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whatFailsOnceIsAskedAgain(ResponseDefinitionBuilder fault) {
		UUID id = placed();
		this.neighbours.fails(Neighbours.RESTOCK, 1, fault);
		this.neighbours.fails(Neighbours.REFUND, 1, fault);

		assertThat(this.store.cancel(this.buyer, id).body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
	}

	/** The poller would ask once, and keep the lease to its end. */
	@Test
	void whoeverAsksAgainKeepsTheLease() {
		UUID id = placed();
		this.neighbours.fails(Neighbours.REFUND, Neighbours.outage());

		CompletableFuture<Store.Answer> cancelled = AllAtOnce.begin(() -> this.store.cancel(this.buyer, id));
		Awaitility.await().until(() -> this.neighbours.calls(Neighbours.REFUND, id) > 0);
		Awaitility.await().pollInterval(Duration.ofMillis(10)).until(() -> {
			this.poller.goOnWithSettlements();
			return this.neighbours.calls(Neighbours.REFUND, id) >= 10;
		});
		this.neighbours.heals();

		assertThat(cancelled.join().body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
	}

	@Test
	void whatACrashHasLeftIsSettled() {
		UUID id = placed();

		this.cancellation.cancel(id, "the customer");
		this.poller.goOnWithSettlements();

		this.open.isSettled(id);
		wentBackOnce(id);
	}

	@Test
	void settledTwiceItIsSettledOnce() {
		UUID id = placed();
		this.store.cancel(this.buyer, id);

		this.settlements.done(id, this.buyer.item().shopId(), Settlement.Kind.REFUND);

		wentBackOnce(id);
	}

	private UUID placed() {
		this.neighbours.isWell(this.buyer);
		return this.store.order(this.buyer).orderId();
	}

	private void wentBackOnce(UUID id) {
		assertThat(this.store.history(this.buyer, id))
			.startsWith("PLACED", "PAID", "CONFIRMED", "CANCELLED", "CANCELLED")
			.endsWith("REFUNDED", "REFUNDED")
			.hasSize(7);
		assertThat(this.neighbours.calls(Neighbours.RESTOCK, id)).isEqualTo(2);
		assertThat(this.neighbours.calls(Neighbours.REFUND, id)).isEqualTo(2);
	}

}
