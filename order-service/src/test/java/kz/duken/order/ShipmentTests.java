package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.commons.security.Caller;
import kz.duken.order.shop.Shops;
import kz.duken.test.AllAtOnce;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Shops send their parts, customers receive them, shops are paid. */
@UnhurriedOrderServiceTest
class ShipmentTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@Autowired
	Shipping shipping;

	@Autowired
	Orders orders;

	@Autowired
	Settling settling;

	@Autowired
	Shops shops;

	@Autowired
	CheckoutProperties properties;

	@Autowired
	JdbcClient sql;

	private final Buyer buyer = Buyer.ofThingsFromTwoShops();

	private Seller seller;

	private UUID id = UUID.randomUUID();

	@BeforeEach
	void thereIsAnOrder() {
		this.neighbours.isWell(this.buyer);
		this.seller = Seller.of(this.store, this.neighbours, this.buyer);
		this.id = this.store.order(this.buyer).orderId();
	}

	@Test
	void aShipmentGoesItsWayAndTheShopIsPaid() {
		assertThat(this.seller.step(this.id, "deliver").slug()).isEqualTo("shipment-state");
		Store.Answer shipped = this.seller.ship(this.id, "{\"trackingNumber\": \"KZ-1\"}");
		assertThat(shipped.body().path("trackingNumber").asString()).isEqualTo("KZ-1");
		assertThat(this.seller.ship(this.id, "{\"trackingNumber\": \"KZ-2\"}").body()).isEqualTo(shipped.body());
		assertThat(confirm().slug()).isEqualTo("shipment-state");
		assertThat(this.seller.step(this.id, "deliver").status()).isEqualTo(200);
		assertThat(this.seller.step(this.id, "cancel").slug()).isEqualTo("shipment-state");

		Store.Answer received = confirm();
		confirm();

		assertThat(received.status()).isEqualTo(200);
		assertThat(received.body().path("shipments").findValuesAsString("status")).containsExactlyInAnyOrder("RECEIVED",
				"PREPARING");
		assertThat(received.orderStatus()).isEqualTo("CONFIRMED");
		assertThat(this.store.history(this.buyer, this.id)).containsExactly("PLACED", "PAID", "CONFIRMED", "SHIPPED",
				"DELIVERED", "RECEIVED");
		this.neighbours.stubs()
			.verify(1,
					WireMock
						.putRequestedFor(
								WireMock.urlEqualTo("/internal/credits/" + this.id + "/" + this.seller.shopId()))
						.withRequestBody(WireMock.equalToJson("{\"gross\": 200.00}")));
	}

	@Test
	void aShopThatCannotSendGivesItsShareBack() {
		Store.Answer cancelled = this.seller.step(this.id, "cancel");
		this.seller.step(this.id, "cancel");

		assertThat(cancelled.body().path("status").asString()).isEqualTo("CANCELLED");
		Store.Answer order = this.store.order(this.buyer, this.id);
		assertThat(order.orderStatus()).isEqualTo("CONFIRMED");
		assertThat(order.body().path("paymentStatus").asString()).isEqualTo("PARTIALLY_REFUNDED");
		assertThat(this.neighbours.calls(Neighbours.REFUND, this.id)).isEqualTo(1);
		assertThat(this.store.cancel(this.buyer, this.id).body().path("paymentStatus").asString())
			.isEqualTo("REFUNDED");
		assertThat(this.neighbours.calls(Neighbours.RESTOCK, this.id)).isEqualTo(2);
	}

	@Test
	void itIsSentOrCancelledNeverBoth() {
		List<Store.Answer> answers = AllAtOnce.run(List.of(() -> this.seller.ship(this.id),
				() -> this.store.cancel(this.buyer, this.id), () -> this.seller.step(this.id, "cancel")));

		String status = this.sql.sql("select status from shipment where order_id = ? and shop_id = ?")
			.params(this.id, this.seller.shopId())
			.query(String.class)
			.single();
		assertThat(status).isIn("SHIPPED", "CANCELLED");
		assertThat(answers.getFirst().status()).isEqualTo(status.equals("SHIPPED") ? 200 : 409);
		assertThat(this.neighbours.calls(Neighbours.REFUND, this.id) > 0).isEqualTo(status.equals("CANCELLED"));
	}

	@Test
	void whatIsNotConfirmedCannotHaveBeenReceived() {
		Buyer other = Buyer.ofOneThing();
		this.neighbours.isWell(other);
		this.neighbours.answers(Neighbours.PAY, "{\"outcome\": \"INSUFFICIENT_FUNDS\", \"balance\": 0}");
		this.store.order(other);
		String rejected = this.store.rejected(other).at("/0/id").asString();
		Seller seller = Seller.of(this.store, this.neighbours, other);

		Store.Answer confirmed = this.store.receive(other, UUID.fromString(rejected), seller.shopId());

		assertThat(confirmed.status()).isEqualTo(409);
		assertThat(confirmed.slug()).isEqualTo("shipment-state");
		assertThat(seller.ship(UUID.fromString(rejected)).status()).isEqualTo(404);
	}

	/** It is over before there is anything to settle: that is asked for once. */
	@Test
	void theTimeOfARequestBeginsWithIt() {
		this.neighbours.stubs()
			.stubFor(WireMock.get("/internal/shops/" + this.seller.shopId())
				.atPriority(1)
				.willReturn(WireMock
					.okJson("{\"id\": \"%s\", \"name\": \"A shop\", \"ownerId\": \"%s\", \"status\": \"ACTIVE\"}"
						.formatted(this.seller.shopId(), this.seller.id()))
					.withFixedDelay(600)));
		this.neighbours.fails(Neighbours.RESTOCK, Neighbours.outage());

		within(Duration.ofMillis(500)).cancel(this.seller.shopId(), this.id, new Caller(this.seller.id(), false));

		Awaitility.await().until(() -> this.neighbours.calls(Neighbours.RESTOCK, this.id) == 1);
		this.open.areWorkedOff();
	}

	/** What shops ask, with so much time for a request. */
	private ShipmentController within(Duration budget) {
		CheckoutProperties other = this.properties;
		return new ShipmentController(this.shipping, this.orders, this.settling, this.shops,
				new CheckoutProperties(budget, other.tills(), other.looks(), other.queue(), other.lease(), other.poll(),
						other.overdue(), other.deadline(), other.firstPause(), other.batch()));
	}

	@Test
	void anOutageIsNoAbsence() {
		this.neighbours.stubs()
			.stubFor(WireMock.get("/internal/shops/" + this.seller.shopId())
				.atPriority(1)
				.willReturn(Neighbours.outage()));

		assertThat(this.seller.step(this.id, "ship").status()).isEqualTo(503);
	}

	private Store.Answer confirm() {
		return this.store.receive(this.buyer, this.id, this.seller.shopId());
	}

}
