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
import org.springframework.http.HttpMethod;
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
	Settlements settlements;

	@Autowired
	JdbcClient sql;

	private final Buyer buyer = Buyer.ofThingsFromTwoShops();

	private UUID id = UUID.randomUUID();

	private UUID shop = UUID.randomUUID();

	private UUID ownerId = UUID.randomUUID();

	private String owner = "";

	@BeforeEach
	void thereIsAnOrder() {
		this.store.isWell(this.buyer);
		this.shop = this.buyer.item().shopId();
		this.ownerId = this.store.owns(this.shop, "ACTIVE");
		this.owner = TestTokens.customer(this.ownerId);
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
	void aDeliveryThatCannotBeTakenForReceivedKeepsNoOtherWaiting() {
		UUID broken = this.id;
		ship("");
		step("deliver");
		this.id = this.store.order(this.buyer).orderId();
		ship("");
		step("deliver");
		this.sql
			.sql("insert into settlement (order_id, shop_id, kind, lease_until, done_at) "
					+ "values (?, ?, 'CREDIT', now(), now())")
			.params(broken, this.shop)
			.update();
		this.sql.sql("update shipment set delivered_at = now() - interval '75 h' where order_id = ? and shop_id = ?")
			.params(broken, this.shop)
			.update();
		this.sql.sql("update shipment set delivered_at = now() - interval '74 h' where order_id = ? and shop_id = ?")
			.params(this.id, this.shop)
			.update();

		this.deliveries.takeForReceived();

		assertThat(this.store.history(this.buyer, broken)).doesNotContain("RECEIVED");
		assertThat(this.store.history(this.buyer, this.id)).contains("RECEIVED");
		this.sql.sql("update shipment set status = 'RECEIVED' where order_id = ? and shop_id = ?")
			.params(broken, this.shop)
			.update();
	}

	@Test
	void aShopThatCannotBePaidYetIsPaidLater() {
		ship("");
		step("deliver");
		this.store.fails(Store.CREDIT, Store.outage());

		assertThat(confirm().status()).isEqualTo(200);
		int before = this.store.calls(Store.CREDIT, this.id);
		this.store.heals();

		Awaitility.await().atMost(Duration.ofSeconds(6)).until(() -> !this.settlements.isAnyLeft(this.id));
		assertThat(this.store.calls(Store.CREDIT, this.id)).isGreaterThan(before);
	}

	@Test
	void whatIsNotConfirmedCannotHaveBeenReceived() {
		Buyer other = Buyer.ofOneThing();
		this.store.isWell(other);
		this.store.answers(Store.PAY, "{\"outcome\": \"INSUFFICIENT_FUNDS\", \"balance\": 0}");
		this.store.order(other);
		String rejected = this.store.get(other.token(), "/api/orders?status=REJECTED")
			.body()
			.at("/items/0/id")
			.asString();
		String shipment = "/shipments/" + other.item().shopId();
		String owner = TestTokens.customer(this.store.owns(other.item().shopId(), "ACTIVE"));

		Store.Answer confirmed = this.store.post(other.token(), "/api/orders/" + rejected + shipment + "/confirm");

		assertThat(confirmed.status()).isEqualTo(409);
		assertThat(confirmed.slug()).isEqualTo("shipment-state");
		assertThat(this.store.post(owner, "/api/shops/" + other.item().shopId() + "/shipments/" + rejected + "/ship")
			.status()).isEqualTo(404);
	}

	@Test
	void theTimeOfARequestBeginsWithIt() {
		this.store.neighbours()
			.stubFor(WireMock.get("/internal/shops/" + this.shop)
				.atPriority(1)
				.willReturn(WireMock
					.okJson("{\"id\": \"%s\", \"name\": \"A shop\", \"ownerId\": \"%s\", \"status\": \"ACTIVE\"}"
						.formatted(this.shop, this.ownerId))
					.withFixedDelay(1700)));
		this.store.fails(Store.RESTOCK, Store.outage());
		long start = System.nanoTime();

		assertThat(step("cancel").status()).isEqualTo(200);

		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(4300));
		this.store.heals();
	}

	@Test
	void shipmentsComeNewestFirstInPages() {
		UUID later = this.store.order(this.buyer).orderId();

		Store.Answer first = this.store.get(this.owner, "/api/shops/" + this.shop + "/shipments?size=1");
		Store.Answer second = this.store.get(this.owner,
				"/api/shops/" + this.shop + "/shipments?size=1&cursor=" + first.body().path("nextCursor").asString());

		assertThat(first.body().at("/items/0/orderId").asString()).isEqualTo(later.toString());
		assertThat(second.body().at("/items/0/orderId").asString()).isEqualTo(this.id.toString());
		assertThat(second.body().path("nextCursor").isNull()).isTrue();
	}

	@Test
	void nobodyIsNobody() {
		String shipments = "/api/shops/" + this.shop + "/shipments";
		String order = "/api/orders/" + this.id;
		List<String> posts = List.of(shipments + "/" + this.id + "/ship", shipments + "/" + this.id + "/deliver",
				shipments + "/" + this.id + "/cancel", order + "/shipments/" + this.shop + "/confirm",
				order + "/cancel");

		assertThat(List.of(shipments, order + "/receipt")).allMatch((path) -> isForSomebody(HttpMethod.GET, path));
		assertThat(posts).allMatch((path) -> isForSomebody(HttpMethod.POST, path));
	}

	private boolean isForSomebody(HttpMethod method, String path) {
		return this.store.answer(this.store.client().method(method).uri(path).exchange()).status() == 401;
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
		String page = receipt(this.buyer, this.id);

		assertThat(page).contains("200,03").contains("Айгерим").contains("being prepared");
	}

	@Test
	void whatPeopleWroteRunsNothingInAReceipt() {
		Buyer other = Buyer.ofOneThing();
		this.store.isWell(other);
		this.store.callsThings(other, "<script>alert(1)</script>");
		UUID order = this.store
			.order(other, "k1", this.store.body(other).replace("Айгерим", "<img src=x onerror=alert(1)>"))
			.orderId();

		String page = receipt(other, order);

		assertThat(page).doesNotContain("<script")
			.doesNotContain("<img")
			.contains("&lt;img")
			.contains("Shop &lt;script&gt;")
			.contains("Product &lt;script&gt;");
	}

	@Test
	void aLongReceiptIsDense() {
		Buyer other = new Buyer();
		for (int i = 0; i < 30; i++) {
			other.with("10", 1);
		}
		this.store.isWell(other);

		assertThat(receipt(other, this.store.order(other).orderId())).contains("columns:2");
		assertThat(receipt(this.buyer, this.id)).doesNotContain("columns:2");
	}

	private String receipt(Buyer whose, UUID order) {
		return String.valueOf(this.store.client()
			.get()
			.uri("/api/orders/" + order + "/receipt")
			.headers((headers) -> headers.setBearerAuth(whose.token()))
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectHeader()
			.valueMatches("Content-Security-Policy",
					"default-src 'none'; style-src 'sha256-.+'; frame-ancestors 'none'")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
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
