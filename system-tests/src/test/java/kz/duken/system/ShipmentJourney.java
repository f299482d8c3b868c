package kz.duken.system;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was paid is sent by each shop on its own, received, and then paid to the shop. */
class ShipmentJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void aShopSendsItsPartAndIsPaidWhenItIsReceived() {
		Wares wares = Wares.offered("400.50", 5);
		Person customer = Person.registered().withMoney("1000");
		wares.intoCartOf(customer, 2).expect(201);
		String order = customer.order(Person.newKey()).expect(201).text("/id");
		String shop = "/api/shops/" + wares.shopId();
		Answer waiting = wares.owner().get(shop + "/shipments?status=PREPARING").expect(200);
		assertThat(waiting.text("/items/0/orderId")).isEqualTo(order);
		assertThat(waiting.text("/items/0/items/0/productId")).isEqualTo(wares.productId());

		String shipment = shop + "/shipments/" + order;
		wares.owner().post(shipment + "/deliver", "").expectProblem(409, "shipment-state");
		Answer shipped = wares.owner().post(shipment + "/ship", "{\"trackingNumber\": \"KZ1\"}").expect(200);
		assertThat(shipped.text("/trackingNumber")).isEqualTo("KZ1");
		customer.post("/api/orders/" + order + "/cancel", "").expectProblem(409, "order-not-cancellable");
		wares.owner().post(shipment + "/deliver", "").expect(200);
		wares.owner().post(shipment + "/deliver", "").expect(200);
		assertThat(customer.get("/api/orders/" + order).expect(200).text("/status")).isEqualTo("DELIVERED");
		String confirm = "/api/orders/" + order + "/shipments/" + wares.shopId() + "/confirm";
		customer.post(confirm, "").expect(200);

		customer.post(confirm, "").expect(200);
		Patience.until("the shop's money", () -> wares.owner().read(shop + "/wallet").whole("/balance") == 801);
		assertThat(
				customer.get("/api/orders/" + order + "/history").expect(200).at("/items").findValuesAsString("type"))
			.containsExactly("PLACED", "PAID", "CONFIRMED", "SHIPPED", "DELIVERED", "RECEIVED");
	}

	@Test
	void aShopTakesItsMoneyOutOnce() {
		Wares wares = Wares.offered("500", 5);
		received(wares);
		String wallet = "/api/shops/" + wares.shopId() + "/wallet";
		String key = Person.newKey();

		Answer payout = wares.owner()
			.post(wallet + "/payouts", "{\"amount\": 300}", "Idempotency-Key", key)
			.expect(201);
		Answer again = wares.owner().post(wallet + "/payouts", "{\"amount\": 300}", "Idempotency-Key", key).expect(201);

		assertThat(again.body()).isEqualTo(payout.body());
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(wares.owner().get(wallet).expect(200).whole("/balance")).isEqualTo(200);
		wares.owner()
			.post(wallet + "/payouts", "{\"amount\": 201}", "Idempotency-Key", Person.newKey())
			.expectProblem(402, "insufficient-funds");
		wares.owner().post(wallet + "/payouts", "{\"amount\": 1}").expectProblem(400, "idempotency-key-missing");
		assertThat(wares.owner().get(wallet + "/entries").expect(200).at("/items").findValuesAsString("kind"))
			.containsExactly("PAYOUT", "SALE");
		Person.registered().get(wallet).expectProblem(403, "forbidden");
	}

	private static void received(Wares wares) {
		Person customer = Person.registered().withMoney("1000");
		wares.intoCartOf(customer, 1).expect(201);
		String order = customer.order(Person.newKey()).expect(201).text("/id");
		String shipment = "/api/shops/" + wares.shopId() + "/shipments/" + order;
		wares.owner().post(shipment + "/ship", "").expect(200);
		wares.owner().post(shipment + "/deliver", "").expect(200);
		customer.post("/api/orders/" + order + "/shipments/" + wares.shopId() + "/confirm", "").expect(200);
		Patience.until("the shop's money",
				() -> wares.owner().read("/api/shops/" + wares.shopId() + "/wallet").whole("/balance") == 500);
	}

	@Test
	void aShopThatCannotSendGivesItsShareBack() {
		Wares one = Wares.offered("100", 5);
		Wares other = Wares.offered("50", 5);
		Person customer = Person.registered().withMoney("1000");
		one.intoCartOf(customer, 1).expect(201);
		other.intoCartOf(customer, 1).expect(201);
		String order = customer.order(Person.newKey()).expect(201).text("/id");

		one.owner().post("/api/shops/" + one.shopId() + "/shipments/" + order + "/cancel", "").expect(200);

		Patience.until("the share given back", () -> customer.balance().equals("950.00"));
		Patience.until("the goods given back", () -> one.stock() == 5);
		Answer left = customer.get("/api/orders/" + order).expect(200);
		assertThat(left.text("/status")).isEqualTo("CONFIRMED");
		assertThat(left.text("/paymentStatus")).isEqualTo("PARTIALLY_REFUNDED");
		other.owner().get("/api/shops/" + one.shopId() + "/shipments").expectProblem(403, "forbidden");
	}

}
