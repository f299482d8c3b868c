package kz.duken.system;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One order of several shops: each answers for its part alone, and the store for the
 * discount, to the tiyn.
 */
class SharesJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	/**
	 * 101 tiyn off 3001, 4999 and 2000 are 30.3101, 50.4899 and 20.2 of them: 100 when
	 * rounded down, and the one that is left goes to the largest remainder, 0.4899. To
	 * the nearest they would be 100 too, and neither the first nor the last part has it.
	 */
	@Test
	void whatOneShopCannotSendIsGivenBackAndTheOthersArePaid() {
		List<Wares> shops = List.of(Wares.offered("30.01", 5), Wares.offered("49.99", 5), Wares.offered("20", 5));
		Wares first = shops.getFirst();
		Wares cancelling = shops.get(1);
		Wares last = shops.getLast();
		Person customer = Person.registered().withMoney("100");
		String id = ordered(customer, shops, PromoCodes.made("\"amount\": 1.01"));
		Answer order = customer.get("/api/orders/" + id).expect(200);
		assertThat(order.at("/total").decimalValue()).isEqualByComparingTo("98.99");
		assertThat(share(order, first)).isEqualByComparingTo("29.71");
		assertThat(share(order, cancelling)).isEqualByComparingTo("49.48");
		assertThat(share(order, last)).isEqualByComparingTo("19.80");
		assertThat(customer.balance()).isEqualTo("1.01");

		Answer shipment = cancel(cancelling, id).expect(200);
		cancel(cancelling, id).expect(200);

		assertThat(shipment.text("/status")).isEqualTo("CANCELLED");
		Patience.until("the share given back", () -> customer.balance().equals("50.49"));
		Patience.until("the goods given back", () -> cancelling.stock() == 5);
		stands(customer, id, "CONFIRMED", "PARTIALLY_REFUNDED");
		first.deliver(id);
		stands(customer, id, "CONFIRMED", "PARTIALLY_REFUNDED");
		last.deliver(id);
		stands(customer, id, "DELIVERED", "PARTIALLY_REFUNDED");
		received(customer, id, first);
		received(customer, id, last);
		Patience.until("the first shop's money", () -> isPaid(first, "30.01"));
		Patience.until("the last shop's money", () -> isPaid(last, "20"));
		assertThat(isPaid(cancelling, "0")).isTrue();
		assertThat(customer.balance()).isEqualTo("50.49");
		assertThat(first.stock()).isEqualTo(4);
		customer.post("/api/orders/" + id + "/cancel", "").expectProblem(409, "order-not-cancellable");
	}

	@Test
	void theCustomerCancelsWhatIsLeftAndHasHisCodeAgain() {
		List<Wares> shops = List.of(Wares.offered("100", 5), Wares.offered("200", 5));
		Person customer = Person.registered().withMoney("1000");
		String code = PromoCodes.made("\"percent\": 33, \"perCustomerLimit\": 1");
		String id = ordered(customer, shops, code);
		cancel(shops.getFirst(), id).expect(200);
		// 33 of 100 and 66 of 200 are off; the code is still in use
		Patience.until("the share given back", () -> customer.balance().equals("866.00"));
		shops.getLast().intoCartOf(customer, 1).expect(201);
		assertThat(PromoCodes.attach(customer, code).expectProblem(409, "promo-code-not-applicable").text("/reason"))
			.isEqualTo("USED_BY_CUSTOMER");

		customer.post("/api/orders/" + id + "/cancel", "").expect(200);

		stands(customer, id, "CANCELLED", "REFUNDED");
		assertThat(customer.balance()).isEqualTo("1000.00");
		Patience.until("the goods given back", () -> shops.stream().allMatch((shop) -> shop.stock() == 5));
		Patience.until("the code given back", () -> PromoCodes.attach(customer, code).status() == 200);
		assertThat(customer.get("/api/orders/" + id + "/history").expect(200).at("/items").findValuesAsString("type"))
			.filteredOn((type) -> type.equals("REFUNDED"))
			.hasSize(2);
	}

	@Test
	void aShopSeesItsPartAlone() {
		List<Wares> shops = List.of(Wares.offered("100", 5), Wares.offered("200", 5));
		Person customer = Person.registered().withMoney("1000");
		String id = ordered(customer, shops, PromoCodes.made("\"percent\": 10"));
		Wares one = shops.getFirst();
		String path = "/api/shops/" + one.shopId() + "/shipments";

		Answer seen = one.owner().get(path).expect(200);

		assertThat(seen.at("/items")).hasSize(1);
		assertThat(seen.text("/items/0/orderId")).isEqualTo(id);
		assertThat(seen.whole("/items/0/total")).isEqualTo(90);
		assertThat(seen.at("/items/0/items").findValuesAsString("productId")).containsExactly(one.productId());
		assertThat(seen.text("/items/0/deliveryAddress/city")).isEqualTo("Almaty");
		assertThat(one.owner().get(path + "?status=SHIPPED").expect(200).at("/items")).isEmpty();
		assertThat(Person.admin().get(path).expect(200).body()).isEqualTo(seen.body());
		shops.getLast().owner().post(path + "/" + id + "/ship", "").expectProblem(403, "forbidden");
		one.owner().get("/api/orders/" + id).expectProblem(404, "not-found");
		one.owner().post(path + "/" + id + "/ship", "").expect(200);
		cancel(one, id).expectProblem(409, "shipment-state");
		assertThat(one.owner().get(path + "?status=SHIPPED").expect(200).at("/items")).hasSize(1);
	}

	/** One piece from each shop. */
	private static String ordered(Person customer, List<Wares> shops, String code) {
		shops.forEach((shop) -> shop.intoCartOf(customer, 1).expect(201));
		PromoCodes.attach(customer, code).expect(200);
		return customer.order(Person.newKey()).expect(201).text("/id");
	}

	/** What the customer has paid for a shop's part. */
	private static BigDecimal share(Answer order, Wares shop) {
		return order.at("/shipments")
			.valueStream()
			.filter((shipment) -> shipment.at("/shopId").asString().equals(shop.shopId()))
			.map((shipment) -> shipment.at("/total").decimalValue())
			.findFirst()
			.orElseThrow();
	}

	private static Answer cancel(Wares shop, String order) {
		return shop.owner().post("/api/shops/" + shop.shopId() + "/shipments/" + order + "/cancel", "");
	}

	private static void received(Person customer, String order, Wares shop) {
		customer.post("/api/orders/" + order + "/shipments/" + shop.shopId() + "/confirm", "").expect(200);
	}

	private static void stands(Person customer, String order, String status, String paymentStatus) {
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			Answer seen = customer.get("/api/orders/" + order).expect(200);
			assertThat(seen.text("/status")).isEqualTo(status);
			assertThat(seen.text("/paymentStatus")).isEqualTo(paymentStatus);
		});
	}

	private static boolean isPaid(Wares shop, String tenge) {
		return new BigDecimal(shop.balance()).compareTo(new BigDecimal(tenge)) == 0;
	}

}
