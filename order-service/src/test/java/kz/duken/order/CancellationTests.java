package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import kz.duken.test.AllAtOnce;
import kz.duken.test.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@OrderServiceTest
class CancellationTests {

	@Autowired
	Store store;

	@Autowired
	Crashes crashes;

	@Autowired
	Cancellation cancellation;

	@Autowired
	Settlements settlements;

	@Autowired
	JdbcClient sql;

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
		this.store.neighbours()
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
	void anAdministratorMayCancel() {
		UUID id = placed();

		Store.Answer answer = this.store.post(TestTokens.admin(UUID.randomUUID()), "/api/orders/" + id + "/cancel");

		assertThat(answer.orderStatus()).isEqualTo("CANCELLED");
	}

	@Test
	void nobodyElseMayEvenKnow() {
		UUID id = placed();

		Store.Answer answer = this.store.cancel(Buyer.ofOneThing(), id);

		assertThat(answer.status()).isEqualTo(404);
		assertThat(this.store.order(this.buyer, id).orderStatus()).isEqualTo("CONFIRMED");
	}

	@Test
	void aPendingOrderCannotBeCancelled() {
		this.store.isWell(this.buyer);
		this.store.fails(Store.PAY, Store.outage());
		UUID id = this.crashes.leave(this.buyer, "k1", CheckoutStep.PAY);

		Store.Answer answer = this.store.cancel(this.buyer, id);

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("order-not-cancellable");
	}

	@Test
	void aRejectedOrderCannotBeCancelled() {
		this.store.isWell(this.buyer);
		this.store.answers(Store.PAY, "{\"outcome\": \"INSUFFICIENT_FUNDS\", \"balance\": 0}");
		this.store.order(this.buyer);
		UUID id = this.store.get(this.buyer.token(), "/api/orders?status=REJECTED")
			.body()
			.path("items")
			.get(0)
			.path("id")
			.asString()
			.transform(UUID::fromString);

		assertThat(this.store.cancel(this.buyer, id).slug()).isEqualTo("order-not-cancellable");
		assertThat(this.store.calls(Store.REFUND, id)).isZero();
	}

	@Test
	void whatHasBeenShippedCannotBeCancelled() {
		UUID id = placed();
		this.sql.sql("update shipment set status = 'SHIPPED' where order_id = :id and shop_id = :shop")
			.param("id", id)
			.param("shop", this.buyer.item().shopId())
			.update();

		Store.Answer answer = this.store.cancel(this.buyer, id);

		assertThat(answer.slug()).isEqualTo("order-not-cancellable");
		assertThat(this.store.order(this.buyer, id).body().path("shipments").findValuesAsString("status"))
			.containsExactlyInAnyOrder("SHIPPED", "PREPARING");
	}

	static List<ResponseDefinitionBuilder> faults() {
		return List.of(Store.lostAnswer(), Store.outage(), WireMock.status(409));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whatFailsOnceIsAskedAgain(ResponseDefinitionBuilder fault) {
		UUID id = placed();
		this.store.fails(Store.RESTOCK, 1, fault);
		this.store.fails(Store.REFUND, 1, fault);

		assertThat(this.store.cancel(this.buyer, id).body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
	}

	static List<UrlPattern> neighbours() {
		return List.of(Store.RESTOCK, Store.REFUND);
	}

	@ParameterizedTest
	@MethodSource("neighbours")
	void whatCannotBeSettledYetIsSettledLater(UrlPattern call) {
		UUID id = placed();
		this.store.fails(call, Store.outage());

		Store.Answer answer = this.store.cancel(this.buyer, id);
		this.store.heals();

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.orderStatus()).isEqualTo("CANCELLED");
		assertThat(answer.body().path("paymentStatus").asString())
			.isEqualTo(call.equals(Store.REFUND) ? "PAID" : "REFUNDED");
		isSettled(id);
		assertThat(this.store.history(this.buyer, id)).containsOnlyOnce("CONFIRMED").hasSize(7);
	}

	@Test
	void anOrderOfManyShopsIsSettledWithinTheRequest() {
		Buyer many = new Buyer();
		for (int i = 0; i < 80; i++) {
			many.with("10", 1);
		}
		this.store.isWell(many);
		UUID id = this.store.order(many).orderId();

		assertThat(this.store.cancel(many, id).body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
		assertThat(this.store.calls(Store.REFUND, id)).isEqualTo(80);
	}

	@Test
	void aCodeThatCannotBeGivenBackYetIsGivenBackLater() {
		this.store.isWell(this.buyer);
		this.store.hasPromoCode(this.buyer, "SPRING", "0");
		UUID id = this.store.order(this.buyer).orderId();
		this.store.fails(Store.UNREDEEM, Store.outage());

		assertThat(this.store.cancel(this.buyer, id).body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
		assertThat(this.settlements.isAnyLeft(id)).isTrue();
		this.store.heals();

		isSettled(id);
	}

	@Test
	void theMoneyOfOneShopMayBeBackBeforeTheOthers() {
		UUID id = placed();
		this.store.neighbours()
			.stubFor(WireMock.put("/internal/refunds/" + id + "/" + this.buyer.item().shopId())
				.atPriority(1)
				.willReturn(Store.outage()));

		Store.Answer answer = this.store.cancel(this.buyer, id);

		assertThat(answer.body().path("paymentStatus").asString()).isEqualTo("PARTIALLY_REFUNDED");
		this.store.heals();
		isSettled(id);
		assertThat(this.store.order(this.buyer, id).body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
	}

	@Test
	void whatACrashHasLeftIsSettled() {
		UUID id = placed();

		this.cancellation.cancel(id, "the customer");

		isSettled(id);
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
		this.store.isWell(this.buyer);
		return this.store.order(this.buyer).orderId();
	}

	private void isSettled(UUID id) {
		Awaitility.await().atMost(Duration.ofSeconds(6)).until(() -> !this.settlements.isAnyLeft(id));
	}

	private void wentBackOnce(UUID id) {
		assertThat(this.store.history(this.buyer, id))
			.startsWith("PLACED", "PAID", "CONFIRMED", "CANCELLED", "CANCELLED")
			.endsWith("REFUNDED", "REFUNDED")
			.hasSize(7);
		assertThat(this.store.calls(Store.RESTOCK, id)).isEqualTo(2);
		assertThat(this.store.calls(Store.REFUND, id)).isEqualTo(2);
	}

}
