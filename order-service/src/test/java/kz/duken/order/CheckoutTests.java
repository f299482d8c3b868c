package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.AllAtOnce;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@OrderServiceTest
class CheckoutTests {

	@Autowired
	Store store;

	@Autowired
	JdbcClient sql;

	@Test
	void aCartBecomesAPaidOrder() {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.store.isWell(buyer);

		Store.Answer answer = this.store.order(buyer);

		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.header("Location")).isEqualTo("/api/orders/" + answer.orderId());
		assertThat(answer.header("Idempotency-Replayed")).isEmpty();
		JsonNode order = answer.body();
		assertThat(order.path("status").asString()).isEqualTo("CONFIRMED");
		assertThat(order.path("paymentStatus").asString()).isEqualTo("PAID");
		assertThat(order.path("customerId").asString()).isEqualTo(buyer.id().toString());
		assertThat(order.path("sum").decimalValue()).isEqualByComparingTo("200.03");
		assertThat(order.path("discount").decimalValue()).isEqualByComparingTo("0");
		assertThat(order.path("total").decimalValue()).isEqualByComparingTo("200.03");
		assertThat(order.path("currency").asString()).isEqualTo("KZT");
		assertThat(order.path("items").size()).isEqualTo(2);
		assertThat(order.path("items").get(1).path("lineTotal").decimalValue()).isEqualByComparingTo("0.03");
		assertThat(order.path("shipments").findValuesAsString("status")).containsOnly("PREPARING");
		assertThat(order.path("shipments").size()).isEqualTo(2);
		assertThat(order.path("rejection").isNull()).isTrue();
		assertThat(order.path("deliveryAddress").path("apartment").isNull()).isTrue();
		assertThat(order.path("comment").asString()).contains("\n");
		assertThat(this.store.order(buyer, answer.orderId()).body()).isEqualTo(order);
		assertThat(this.store.history(buyer, answer.orderId())).containsExactly("PLACED", "PAID", "CONFIRMED");
	}

	@Test
	void theNumberHasCheckDigits() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);

		String number = this.store.order(buyer).body().path("number").asString();

		assertThat(number).matches("[0-9]{6,}-[0-9]{2}");
		assertThat(Long.parseLong(number.replace("-", "")) % 97).isEqualTo(1);
	}

	@Test
	void eachNeighbourIsAskedOnceAndInItsTerms() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);

		UUID id = this.store.order(buyer).orderId();

		Buyer.Item item = buyer.item();
		String offer = "\"productId\": \"%s\", \"shopId\": \"%s\"".formatted(item.productId(), item.shopId());
		this.store.neighbours()
			.verify(1, WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/reservations/" + id))
				.withRequestBody(WireMock.equalToJson(
						"{\"lines\": [{%s, \"quantity\": 1, \"price\": 349990.50}]}".formatted(offer), true, true))
				.withRequestBody(WireMock.matchingJsonPath("$.deadline")));
		this.store.neighbours()
			.verify(1, WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/payments/" + id))
				.withRequestBody(WireMock.equalToJson("""
						{"customerId": "%s", "sum": 349990.50, "discount": 0.00, "total": 349990.50}
						""".formatted(buyer.id()), true, true)));
		this.store.neighbours()
			.verify(1, WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/reservations/" + id + "/commit")));
		this.store.neighbours()
			.verify(1,
					WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/carts/" + buyer.id() + "/orders/" + id))
						.withRequestBody(WireMock.equalToJson(
								"{\"lines\": [{%s, \"quantity\": 1}], \"promoCode\": null}".formatted(offer))));
		assertThat(this.store.calls(Store.RELEASE, id)).isZero();
	}

	@Test
	void anEmptyCartLeavesNothing() {
		Buyer buyer = new Buyer();
		this.store.isWell(buyer);

		Store.Answer answer = this.store.order(buyer, "k1", this.store.body(Buyer.ofOneThing()));

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("cart-empty");
		leftNothing(buyer);
	}

	@Test
	void anotherTotalThanExpectedLeavesNothing() {
		Buyer buyer = new Buyer().with("120", "100", 2).with("5", 1);
		this.store.isWell(buyer);

		Store.Answer answer = this.store.order(buyer, "k1", this.store.body(buyer).replace(": 245", ": 205"));

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("price-changed");
		assertThat(answer.body().path("total").decimalValue()).isEqualByComparingTo("245");
		assertThat(answer.body().path("changes").size()).isEqualTo(1);
		JsonNode change = answer.body().path("changes").get(0);
		assertThat(change.path("itemId").asString()).isEqualTo(buyer.item().itemId().toString());
		assertThat(change.path("productId").asString()).isEqualTo(buyer.item().productId().toString());
		assertThat(change.path("was").decimalValue()).isEqualByComparingTo("100");
		assertThat(change.path("now").decimalValue()).isEqualByComparingTo("120");
		leftNothing(buyer);
		assertThat(this.store.order(buyer, "k1").status()).isEqualTo(201);
	}

	@Test
	void whatIsOutOfStockIsRejectedForEver() {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		Buyer.Item item = buyer.item();
		this.store.isWell(buyer);
		this.store.answers(Store.RESERVE, Map.of("outcome", "OUT_OF_STOCK", "lines",
				List.of(Map.of("productId", item.productId(), "shopId", item.shopId(), "price", 100, "available", 1))));

		Store.Answer answer = this.store.order(buyer, "k1");
		Store.Answer repeated = this.store.order(buyer, "k1");

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("out-of-stock");
		assertThat(answer.body().path("lines").size()).isEqualTo(1);
		JsonNode line = answer.body().path("lines").get(0);
		assertThat(line.path("itemId").asString()).isEqualTo(item.itemId().toString());
		assertThat(line.path("requested").asInt()).isEqualTo(2);
		assertThat(line.path("available").asInt()).isEqualTo(1);
		assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(repeated.body().path("lines")).isEqualTo(answer.body().path("lines"));
		leftARejectedOrder(buyer, "out-of-stock");
	}

	@Test
	void aPriceThatMovesInThatVeryMomentRejects() {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		Buyer.Item item = buyer.item();
		this.store.isWell(buyer);
		this.store.pricesMove(buyer, buyer.cartAnswer("HALF", "100.02"),
				buyer.at("110.5").cartAnswer("HALF", "110.52"));
		this.store.answers(Store.RESERVE, Map.of("outcome", "PRICE_CHANGED", "lines", List
			.of(Map.of("productId", item.productId(), "shopId", item.shopId(), "price", 110.5, "available", 9))));

		Store.Answer answer = this.store.order(buyer, "k1", this.store.body(buyer).replace("200.03", "100.01"));

		assertThat(answer.slug()).isEqualTo("price-changed");
		assertThat(answer.body().path("total").decimalValue()).isEqualByComparingTo("110.51");
		assertThat(answer.body().path("changes").get(0).path("was").decimalValue()).isEqualByComparingTo("100");
		assertThat(answer.body().path("changes").get(0).path("now").decimalValue()).isEqualByComparingTo("110.5");
		leftARejectedOrder(buyer, "price-changed");
	}

	@Test
	void tooLittleMoneyGivesTheGoodsBack() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.answers(Store.PAY, "{\"outcome\": \"INSUFFICIENT_FUNDS\", \"balance\": 10.10}");

		Store.Answer answer = this.store.order(buyer, "k1");
		Store.Answer repeated = this.store.order(buyer, "k1");

		assertThat(answer.status()).isEqualTo(402);
		assertThat(answer.slug()).isEqualTo("insufficient-funds");
		assertThat(answer.body().path("balance").decimalValue()).isEqualByComparingTo("10.10");
		assertThat(answer.body().path("total").decimalValue()).isEqualByComparingTo("349990.50");
		assertThat(repeated.status()).isEqualTo(402);
		assertThat(repeated.body().path("balance")).isEqualTo(answer.body().path("balance"));
		UUID id = leftARejectedOrder(buyer, "insufficient-funds");
		assertThat(this.store.calls(Store.RELEASE, id)).isEqualTo(1);
		assertThat(this.store.calls(Store.COMMIT, id)).isZero();
		assertThat(this.store.calls(Store.TAKE_OUT, id)).isZero();
	}

	@Test
	void whatCannotBeCarriedThroughInTimeExpires() {
		for (Map.Entry<Object, Boolean> step : Map.<Object, Boolean>of(Store.RESERVE, true, Store.PAY, false)
			.entrySet()) {
			Buyer buyer = Buyer.ofOneThing();
			this.store.isWell(buyer);
			this.store.answers(step.getValue() ? Store.RESERVE : Store.PAY,
					"{\"outcome\": \"EXPIRED\", \"balance\": 1, \"lines\": []}");

			Store.Answer answer = this.store.order(buyer);

			assertThat(answer.status()).isEqualTo(409);
			assertThat(answer.slug()).isEqualTo("checkout-expired");
			leftARejectedOrder(buyer, "checkout-expired");
		}
	}

	@Test
	void aCartThatCannotBeReadLeavesNothing() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.fails(Store.CART, Store.outage());

		Store.Answer answer = this.store.order(buyer, "k1");

		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.slug()).isEqualTo("unavailable");
		assertThat(answer.header("Retry-After")).isNotEmpty();
		this.store.heals();
		leftNothing(buyer);
		Store.Answer repeated = this.store.order(buyer, "k1");
		assertThat(repeated.status()).isEqualTo(201);
		assertThat(repeated.header("Idempotency-Replayed")).isEmpty();
	}

	@Test
	void theSameKeyAnswersTheSameOrder() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);

		Store.Answer first = this.store.order(buyer, "\"k 1\"");
		Store.Answer again = this.store.order(buyer, "k 1", this.store.body(buyer).replace("349990.50", "3499905e-1"));

		assertThat(again.status()).isEqualTo(201);
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(this.store.calls(Store.CART, buyer.id())).isEqualTo(1);
	}

	@Test
	void theSameKeyWithAnotherBodyIsRefused() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.order(buyer, "k1");

		Store.Answer other = this.store.order(buyer, "k1", this.store.body(buyer).replace("\"10\"", "\"11\""));

		assertThat(other.status()).isEqualTo(422);
		assertThat(other.slug()).isEqualTo("idempotency-key-reused");
	}

	@Test
	void keysOfDifferentCustomersAreDifferentKeys() {
		Buyer one = Buyer.ofOneThing();
		Buyer other = Buyer.ofOneThing();
		this.store.isWell(one, other);

		assertThat(this.store.order(one, "k1").orderId()).isNotEqualTo(this.store.order(other, "k1").orderId());
	}

	@Test
	void fiftyTwinsMakeOneOrder() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);

		List<Store.Answer> answers = AllAtOnce.run(50, () -> this.store.order(buyer, "k1"));

		assertThat(answers).extracting(Store.Answer::status).containsOnly(201);
		assertThat(answers.stream().map(Store.Answer::orderId).distinct()).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.header("Idempotency-Replayed").isEmpty())).hasSize(1);
		assertThat(orders(buyer).size()).isEqualTo(1);
	}

	@Test
	void fiftyTwinsOfASlowOrderAllGetItsAnswer() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.fails(Store.PAY, WireMock.okJson("{\"outcome\": \"PAID\"}").withFixedDelay(1100));
		this.store.fails(Store.COMMIT, WireMock.okJson("{}").withFixedDelay(1100));

		List<Store.Answer> answers = AllAtOnce.run(50, () -> this.store.order(buyer, "k1"));

		assertThat(answers).extracting(Store.Answer::status).isSubsetOf(201, 202);
		assertThat(answers.stream().map(Store.Answer::orderId).distinct()).hasSize(1);
		isQuiet();
	}

	@Test
	void whoeverFindsNoTillComesAgain() {
		List<Buyer> buyers = Stream.generate(Buyer::ofOneThing).limit(20).toList();
		this.store.isWell(buyers.toArray(Buyer[]::new));
		this.store.fails(Store.RESERVE, Store.silence());

		List<Store.Answer> answers = AllAtOnce
			.run(buyers.stream().<Callable<Store.Answer>>map((buyer) -> () -> this.store.order(buyer)).toList());

		assertThat(answers).extracting(Store.Answer::status).containsOnly(202, 503);
		assertThat(answers.stream().filter((answer) -> answer.status() == 202)).hasSizeGreaterThanOrEqualTo(16);
		assertThat(answers).filteredOn((answer) -> answer.status() == 503)
			.isNotEmpty()
			.allSatisfy((answer) -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
		isQuiet();
	}

	/** No test meets the work of another. */
	private void isQuiet() {
		this.store.heals();
		Awaitility.await()
			.atMost(Duration.ofSeconds(15))
			.until(() -> this.sql.sql("select count(*) from purchase_order where step <> 'END'")
				.query(Long.class)
				.single() == 0);
	}

	@Test
	void fiftyCheckoutsOfOneCartMakeOneOrder() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.fails(Store.TAKE_OUT, WireMock.noContent().withFixedDelay(1000));

		List<Store.Answer> answers = AllAtOnce.run(50, () -> this.store.order(buyer));

		assertThat(answers.stream().filter((answer) -> answer.status() < 300)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.slug().equals("checkout-in-progress"))).hasSize(49);
		assertThat(orders(buyer).size()).isEqualTo(1);
	}

	@Test
	void checkoutInProgressComesBeforeEverythingElse() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.fails(Store.PAY, Store.outage());
		assertThat(this.store.order(buyer).status()).isEqualTo(202);
		buyer.cart().clear();
		this.store.isWell(buyer);

		Store.Answer answer = this.store.order(buyer, "k2", this.store.body(Buyer.ofOneThing()));

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("checkout-in-progress");
	}

	private JsonNode orders(Buyer buyer) {
		return this.store.get(buyer.token(), "/api/orders").body().path("items");
	}

	private void leftNothing(Buyer buyer) {
		assertThat(orders(buyer).size()).isZero();
		assertThat(this.store.get(buyer.token(), "/api/orders?status=REJECTED").body().path("items").size()).isZero();
	}

	private UUID leftARejectedOrder(Buyer buyer, String slug) {
		assertThat(orders(buyer).size()).isZero();
		JsonNode rejected = this.store.get(buyer.token(), "/api/orders?status=REJECTED").body().path("items");
		assertThat(rejected.size()).isEqualTo(1);
		assertThat(rejected.get(0).path("rejection").path("slug").asString()).isEqualTo(slug);
		assertThat(rejected.get(0).path("paymentStatus").asString()).isEqualTo("FAILED");
		UUID id = UUID.fromString(rejected.get(0).path("id").asString());
		assertThat(this.store.history(buyer, id)).containsExactly("PLACED", "REJECTED");
		return id;
	}

}
