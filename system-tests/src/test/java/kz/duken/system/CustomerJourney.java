package kz.duken.system;

import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer finds a product, keeps it in the cart, orders it, pays and follows the
 * order.
 */
class CustomerJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void findsBuysAndFollowsAProductOfTheDemoCatalogue() {
		Person customer = Person.registered().withMoney("5000000");
		Answer found = customer.get("/api/products?q=iphnoe&inStock=true").expect(200);
		assertThat(found.text("/items/0/name")).containsIgnoringCase("iphone");
		String productId = found.text("/items/0/id");

		Answer cart = customer.post("/api/cart/items", "{\"productId\": \"" + productId + "\", \"quantity\": 2}")
			.expect(201);
		assertThat(cart.whole("/count")).isEqualTo(2);
		Answer order = customer.order(Person.newKey()).expect(201);

		assertThat(order.header("Location")).isEqualTo("/api/orders/" + order.text("/id"));
		assertThat(order.text("/status")).isEqualTo("CONFIRMED");
		assertThat(order.text("/paymentStatus")).isEqualTo("PAID");
		assertThat(order.at("/total")).isEqualTo(cart.at("/total"));
		assertThat(customer.get("/api/orders/" + order.text("/id") + "/history")
			.expect(200)
			.at("/items")
			.findValuesAsString("type")).containsExactly("PLACED", "PAID", "CONFIRMED");
		assertThat(customer.get("/api/cart").expect(200).at("/items")).isEmpty();
		assertThat(customer.get("/api/customers/me/wallet/entries").expect(200).at("/items").findValuesAsString("kind"))
			.containsExactly("PAYMENT", "TOP_UP");
	}

	@Test
	void whatIsOrderedLeavesShelfAndWalletExactly() {
		Wares wares = Wares.offered("1999.99", 10);
		Person customer = Person.registered().withMoney("10000");
		wares.intoCartOf(customer, 3).expect(201);

		customer.order(Person.newKey()).expect(201);

		assertThat(wares.stock()).isEqualTo(7);
		assertThat(customer.balance()).isEqualTo("4000.03");
	}

	@Test
	void aRepeatedOrderIsTheSameOrder() {
		Wares wares = Wares.offered("100", 10);
		Person customer = Person.registered().withMoney("1000");
		wares.intoCartOf(customer, 1).expect(201);
		String key = Person.newKey();

		Answer first = customer.order(key, "100").expect(201);
		Answer again = customer.order(key, "100.00").expect(201);

		assertThat(again.text("/id")).isEqualTo(first.text("/id"));
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(customer.balance()).isEqualTo("900.00");
		customer.order(key, "101").expectProblem(422, "idempotency-key-reused");
	}

	@Test
	void aCancelledOrderGivesMoneyAndStockBackOnce() {
		Wares wares = Wares.offered("250.50", 4);
		Person customer = Person.registered().withMoney("1000");
		wares.intoCartOf(customer, 2).expect(201);
		String order = customer.order(Person.newKey()).expect(201).text("/id");

		Answer cancelled = customer.post("/api/orders/" + order + "/cancel", "").expect(200);
		customer.post("/api/orders/" + order + "/cancel", "").expect(200);

		assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
		assertThat(cancelled.text("/paymentStatus")).isEqualTo("REFUNDED");
		assertThat(customer.balance()).isEqualTo("1000.00");
		assertThat(wares.stock()).isEqualTo(4);
	}

	@Test
	void aRefusedOrderLeavesEverythingAsItWas() {
		Wares wares = Wares.offered("500", 2);
		Person customer = Person.registered().withMoney("700");
		customer.order(Person.newKey(), "0").expectProblem(409, "cart-empty");
		wares.intoCartOf(customer, 2).expect(201);

		Answer tooDear = customer.order(Person.newKey()).expectProblem(402, "insufficient-funds");
		assertThat(tooDear.whole("/total")).isEqualTo(1000);
		assertThat(tooDear.whole("/balance")).isEqualTo(700);
		customer.order(Person.newKey(), "999").expectProblem(409, "price-changed");
		wares.change("{\"stock\": 1}").expect(200);
		Answer soldOut = customer.order(Person.newKey()).expectProblem(409, "out-of-stock");
		assertThat(soldOut.whole("/lines/0/available")).isEqualTo(1);

		assertThat(customer.balance()).isEqualTo("700.00");
		assertThat(wares.stock()).isEqualTo(1);
		assertThat(customer.get("/api/cart").expect(200).whole("/count")).isEqualTo(2);
		assertThat(customer.get("/api/orders").expect(200).at("/items")).isEmpty();
		assertThat(customer.get("/api/orders?status=REJECTED").expect(200).at("/items")).hasSize(2);
	}

	@Test
	void anOrderWithoutAKeyIsNotLookedAt() {
		Person customer = Person.registered();

		customer.post("/api/orders", "{").expectProblem(400, "idempotency-key-missing");
		customer.post("/api/orders", "{", "Idempotency-Key", "x".repeat(256))
			.expectProblem(400, "idempotency-key-invalid");
	}

	@Test
	void nobodySeesAnothersThings() {
		Person one = Person.registered();
		Person other = Person.registered();

		other.get("/api/customers/" + one.id()).expectProblem(404, "not-found");
		other.get("/api/customers/" + one.id() + "/wallet").expectProblem(404, "not-found");
		Person.STRANGER.get("/api/orders").expectProblem(401, "unauthorized");
		Person.STRANGER.get("/api/products", "Authorization", "Bearer nonsense").expectProblem(401, "unauthorized");
		Person.admin().get("/api/customers/" + one.id()).expect(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					POST | /api/cart/items     | {"quantity": 1                                         | 400 | malformed-request
					POST | /api/cart/items     | {"productId": "%1$s", "quantity": 0}                   | 400 | validation
					POST | /api/cart/items     | {"productId": "%1$s", "quantity": 1000}                | 400 | validation
					POST | /api/cart/items     | {"productId": "%1$s", "quantity": "1"}                 | 400 | validation
					POST | /api/cart/items     | {"productId": "%1$s", "quantity": 1, "unitPrice": 1}   | 400 | validation
					POST | /api/cart/items     | {"productId": "%1$s", "quantity": 1}                   | 400 | validation
					PUT  | /api/cart/items/%1$s | {"quantity": 1}                                       | 404 | not-found
					GET  | /api/products/%1$s  | ``                                                     | 404 | not-found
					GET  | /api/products?size=0 | ``                                                    | 400 | validation
					GET  | /api/products?cursor=made-up | ``                                            | 400 | validation
					GET  | /api/products?sort=rating | ``                                               | 400 | validation
					GET  | /api/orders/%1$s    | ``                                                     | 404 | not-found
					GET  | /api/categories/no-such-thing | ``                                           | 404 | not-found
					PATCH | /api/products      | {}                                                     | 405 | method-not-allowed
					GET  | /internal/offers/feed | ``                                                   | 404 | not-found
					GET  | /actuator/health    | ``                                                     | 404 | not-found
					GET  | /eureka/apps        | ``                                                     | 404 | not-found
					""")
	void badInputIsToldPlainly(String method, String path, String body, int status, String slug) {
		String unknown = UUID.randomUUID().toString();

		Person.registered()
			.send(method, path.replace("%1$s", unknown), body.replace("%1$s", unknown))
			.expectProblem(status, slug);
	}

	@Test
	void whatIsTooLargeOrNoJsonIsRefused() {
		Person customer = Person.registered();

		customer.post("/api/cart/items", "{\"productId\": \"" + "x".repeat(1_048_577) + "\"}")
			.expectProblem(413, "payload-too-large");
		Requests.send("POST", "/api/customers", "username=a", "Content-Type", "application/x-www-form-urlencoded")
			.expectProblem(415, "unsupported-media-type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/customers/me", "/api/products", "/api/categories", "/api/shops", "/api/cart",
			"/api/orders", "/api/categories/phones-and-gadgets/products" })
	void onlyJsonIsToBeHad(String path) {
		Person customer = Person.registered();

		Answer refused = customer.get(path, "Accept", "text/csv").expectProblem(406, "not-acceptable");

		assertThat(refused.whole("/status")).isEqualTo(406);
		assertThat(refused.text("/instance")).isEqualTo(path);
		Answer second = customer.get(path, "Accept", "text/csv, application/json;q=0.1").expect(200);
		assertThat(second.header("Content-Type")).startsWith("application/json");
	}

	@Test
	void whatCannotBeAnsweredAsWantedIsNotDone() {
		Wares wares = Wares.offered("100", 5);
		Person customer = Person.registered().withMoney("1000");
		wares.intoCartOf(customer, 1).expect(201);

		customer.post("/api/orders", Person.orderOf("100"), "Idempotency-Key", Person.newKey(), "Accept", "text/csv")
			.expectProblem(406, "not-acceptable");

		assertThat(customer.balance()).isEqualTo("1000.00");
		assertThat(customer.get("/api/orders").expect(200).at("/items")).isEmpty();
		assertThat(customer.get("/api/cart").expect(200).whole("/count")).isEqualTo(1);
		assertThat(wares.stock()).isEqualTo(5);
	}

}
