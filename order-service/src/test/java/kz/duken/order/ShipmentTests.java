package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.AllAtOnce;
import kz.duken.test.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Shops send their parts, customers receive them, shops are paid. */
@OrderServiceTest
class ShipmentTests {

	@Autowired
	Store store;

	@Autowired
	Deliveries deliveries;

	@Autowired
	JdbcClient sql;

	private final Buyer buyer = Buyer.ofThingsFromTwoShops();

	private UUID id = UUID.randomUUID();

	private UUID shop = UUID.randomUUID();

	private String owner = "";

	@BeforeEach
	void thereIsAnOrder() {
		this.store.isWell(this.buyer);
		this.shop = this.buyer.item().shopId();
		this.owner = TestTokens.customer(this.store.owns(this.shop, "ACTIVE"));
		this.id = this.store.order(this.buyer).orderId();
	}

	@Test
	void aShopSeesItsPartAlone() {
		Store.Answer list = this.store.get(this.owner, "/api/shops/" + this.shop + "/shipments?status=PREPARING");

		assertThat(list.status()).isEqualTo(200);
		assertThat(list.body().path("items").findValuesAsString("orderId")).containsExactly(this.id.toString());
		assertThat(list.body().at("/items/0/items").findValuesAsString("shopId")).containsExactly(this.shop.toString());
		assertThat(list.body().at("/items/0/total").decimalValue()).isEqualByComparingTo("200");
		assertThat(this.store.get(this.owner, "/api/shops/" + this.shop + "/shipments?status=SHIPPED")
			.body()
			.path("items")).isEmpty();
	}

	@Test
	void aShipmentGoesItsWayAndTheShopIsPaid() {
		assertThat(step("deliver").slug()).isEqualTo("shipment-state");
		Store.Answer shipped = ship("{\"trackingNumber\": \"KZ-1\"}");
		assertThat(shipped.body().path("trackingNumber").asString()).isEqualTo("KZ-1");
		assertThat(ship("{\"trackingNumber\": \"KZ-2\"}").body()).isEqualTo(shipped.body());
		assertThat(confirm().slug()).isEqualTo("shipment-state");
		assertThat(step("deliver").status()).isEqualTo(200);
		assertThat(step("cancel").slug()).isEqualTo("shipment-state");

		Store.Answer received = confirm();
		confirm();

		assertThat(received.status()).isEqualTo(200);
		assertThat(received.body().path("shipments").findValuesAsString("status")).containsExactlyInAnyOrder("RECEIVED",
				"PREPARING");
		assertThat(received.orderStatus()).isEqualTo("CONFIRMED");
		assertThat(this.store.history(this.buyer, this.id)).containsExactly("PLACED", "PAID", "CONFIRMED", "SHIPPED",
				"DELIVERED", "RECEIVED");
		this.store.neighbours()
			.verify(1, WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/credits/" + this.id + "/" + this.shop))
				.withRequestBody(WireMock.equalToJson("{\"gross\": 200.00}")));
	}

	@Test
	void whatASlowCustomerDoesNotConfirmIsTakenForReceived() {
		ship("");
		step("deliver");
		this.deliveries.takeForReceived();
		assertThat(this.store.history(this.buyer, this.id)).doesNotContain("RECEIVED");
		this.sql.sql("update shipment set delivered_at = delivered_at - interval '73 h' where delivered_at is not null")
			.update();

		AllAtOnce.run(3, () -> {
			this.deliveries.takeForReceived();
			return true;
		});

		assertThat(this.store.history(this.buyer, this.id)).containsOnlyOnce("RECEIVED");
		Awaitility.await().atMost(Duration.ofSeconds(6)).until(() -> this.store.calls(Store.CREDIT, this.id) == 1);
	}

	@Test
	void aShopThatCannotSendGivesItsShareBack() {
		Store.Answer cancelled = step("cancel");
		step("cancel");

		assertThat(cancelled.body().path("status").asString()).isEqualTo("CANCELLED");
		Store.Answer order = this.store.order(this.buyer, this.id);
		assertThat(order.orderStatus()).isEqualTo("CONFIRMED");
		assertThat(order.body().path("paymentStatus").asString()).isEqualTo("PARTIALLY_REFUNDED");
		assertThat(this.store.calls(Store.REFUND, this.id)).isEqualTo(1);
		assertThat(this.store.cancel(this.buyer, this.id).body().path("paymentStatus").asString())
			.isEqualTo("REFUNDED");
		assertThat(this.store.calls(Store.RESTOCK, this.id)).isEqualTo(2);
	}

	@Test
	void itIsSentOrCancelledNeverBoth() {
		List<Store.Answer> answers = AllAtOnce
			.run(List.of(() -> ship(""), () -> this.store.cancel(this.buyer, this.id), () -> step("cancel")));

		String status = this.sql.sql("select status from shipment where order_id = ? and shop_id = ?")
			.params(this.id, this.shop)
			.query(String.class)
			.single();
		assertThat(status).isIn("SHIPPED", "CANCELLED");
		assertThat(answers.getFirst().status()).isEqualTo(status.equals("SHIPPED") ? 200 : 409);
		assertThat(this.store.calls(Store.REFUND, this.id) > 0).isEqualTo(status.equals("CANCELLED"));
	}

	@Test
	void onlyThoseConcernedMay() {
		String stranger = TestTokens.customer(UUID.randomUUID());
		UUID hidden = UUID.randomUUID();
		this.store.owns(hidden, "SUSPENDED");
		this.store.neighbours().stubFor(WireMock.get("/internal/shops/" + this.id).willReturn(WireMock.notFound()));

		assertThat(this.store.get(stranger, "/api/shops/" + this.shop + "/shipments").status()).isEqualTo(403);
		assertThat(this.store.get(stranger, "/api/shops/" + hidden + "/shipments").status()).isEqualTo(404);
		assertThat(this.store.get(stranger, "/api/shops/" + this.id + "/shipments").status()).isEqualTo(404);
		assertThat(
				this.store.post(this.owner, "/api/orders/" + this.id + "/shipments/" + this.shop + "/confirm").status())
			.isEqualTo(404);
		assertThat(this.store
			.post(TestTokens.admin(UUID.randomUUID()),
					"/api/orders/" + this.id + "/shipments/" + this.shop + "/confirm")
			.status()).isEqualTo(403);
		assertThat(this.store.post(this.buyer.token(), "/api/orders/" + this.id + "/shipments/" + hidden + "/confirm")
			.status()).isEqualTo(404);
		assertThat(ship("{\"trackingNumber\": \"" + "x".repeat(65) + "\"}").status()).isEqualTo(400);
		assertThat(ship("{\"status\": \"RECEIVED\"}").status()).isEqualTo(400);
		assertThat(this.store.order(this.buyer, this.id).orderStatus()).isEqualTo("CONFIRMED");
	}

	@Test
	void anOutageIsNoAbsence() {
		this.store.neighbours()
			.stubFor(WireMock.get("/internal/shops/" + this.shop).atPriority(1).willReturn(Store.outage()));

		assertThat(step("ship").status()).isEqualTo(503);
	}

	@Test
	void aCodeIsRedeemedBeforePayingAndGivenBackWithTheLastShipment() {
		this.store.hasPromoCode(this.buyer, "SPRING", "20.01");
		UUID withCode = this.store.order(this.buyer, "k1", this.store.body(this.buyer).replace("200.03", "180.02"))
			.orderId();

		assertThat(this.store.calls(Store.REDEEM, withCode)).isEqualTo(1);
		this.store.cancel(this.buyer, withCode);

		assertThat(this.store.calls(Store.UNREDEEM, withCode)).isEqualTo(1);
		assertThat(this.store.order(this.buyer, withCode).body().path("discount").decimalValue())
			.isEqualByComparingTo("20.01");
	}

	@Test
	void aCodeThatDoesNotApplyLeavesNothing() {
		this.store.hasPromoCode(this.buyer, "SPRING", "20.01");
		this.store.answers(Store.REDEEM, "{\"outcome\": \"NOT_APPLICABLE\", \"reason\": \"USED_UP\"}");

		Store.Answer refused = this.store.order(this.buyer, "k1",
				this.store.body(this.buyer).replace("200.03", "180.02"));

		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.slug()).isEqualTo("promo-code-not-applicable");
		assertThat(refused.body().path("reason").asString()).isEqualTo("USED_UP");
		assertThat(this.store.get(this.buyer.token(), "/api/orders?status=REJECTED").body().path("items")).hasSize(1);
	}

	@Test
	void aReceiptIsAPageThatRunsNothing() {
		String page = String.valueOf(this.store.client()
			.get()
			.uri("/api/orders/" + this.id + "/receipt")
			.headers((headers) -> headers.setBearerAuth(this.buyer.token()))
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectHeader()
			.valueMatches("Content-Security-Policy",
					"default-src 'none'; style-src 'sha256-.+'; frame-ancestors 'none'")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());

		assertThat(page).contains("200,03").contains("Айгерим").contains("being prepared").doesNotContain("<script");
	}

	private Store.Answer step(String step) {
		return this.store.post(this.owner, "/api/shops/" + this.shop + "/shipments/" + this.id + "/" + step);
	}

	private Store.Answer ship(String body) {
		if (body.isEmpty()) {
			return step("ship");
		}
		return this.store.answer(this.store.client()
			.post()
			.uri("/api/shops/" + this.shop + "/shipments/" + this.id + "/ship")
			.headers((headers) -> headers.setBearerAuth(this.owner))
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange());
	}

	private Store.Answer confirm() {
		return this.store.post(this.buyer.token(), "/api/orders/" + this.id + "/shipments/" + this.shop + "/confirm");
	}

}
