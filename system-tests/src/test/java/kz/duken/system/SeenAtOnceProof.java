package kz.duken.system;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever has changed something sees it at once, whichever instance of the service that
 * owns it he asks. Only with {@code -Pproof}.
 */
@ExtendWith(Reported.class)
@EnabledIfSystemProperty(named = "proof", matches = "true")
@Order(Integer.MAX_VALUE - 3)
class SeenAtOnceProof {

	@BeforeAll
	static void up() {
		Store.upTwice();
	}

	@AfterEach
	void theAuditFindsNothing() {
		assertThat(Store.run("audit", "--wait", "30")).as("the audit").isZero();
	}

	@Test
	void whatIsBoughtAgainAndAgain() {
		Wares wares = Wares.offered("100", 1000);
		Person customer = Person.registered().withMoney("100000");
		String wallet = "/api/customers/me/wallet";
		String offer = "/api/shops/" + wares.shopId() + "/offers/" + wares.productId();
		for (int round = 1; round <= 10; round++) {
			String one = (round % 2 == 0) ? "" : "-2";
			String other = (round % 2 == 0) ? "-2" : "";
			String item = "{\"productId\": \"%s\", \"shopId\": \"%s\", \"quantity\": 1}".formatted(wares.productId(),
					wares.shopId());
			customer.sendTo("cart-service" + one, "POST", "/api/cart/items", item).expect(201);
			assertThat(customer.sendTo("cart-service" + other, "GET", "/api/cart", "").whole("/count")).isEqualTo(1);
			Answer order = customer.orderAt("order-service" + one, Person.newKey(), "100").expect(201);
			assertThat(customer.sendTo("order-service" + other, "GET", order.header("Location"), "").text("/status"))
				.isEqualTo("CONFIRMED");
			assertThat(customer.sendTo("cart-service" + other, "GET", "/api/cart", "").whole("/count")).isZero();
			assertThat(customer.sendTo("customer-service" + other, "GET", wallet, "").whole("/balance"))
				.isEqualTo(100_000 - 100 * round);
			int stock = 2000 + round;
			wares.owner().sendTo("shop-service" + one, "PUT", offer, "{\"stock\": " + stock + "}").expect(200);
			assertThat(wares.owner().sendTo("shop-service" + other, "GET", offer, "").whole("/stock")).isEqualTo(stock);
		}
	}

	@ParameterizedTest
	@CsvSource({ "category-service, category-service-2", "category-service-2, category-service" })
	void aCategory(String one, String other) {
		Person admin = Person.admin();
		String name = "Category " + UUID.randomUUID();

		String path = "/api/categories/"
				+ admin.sendTo(one, "POST", "/api/categories", named(name)).expect(201).text("/id");
		assertThat(admin.sendTo(other, "GET", path, "").expect(200).text("/name")).isEqualTo(name);
		admin.sendTo(one, "PUT", path, named(name + " anew")).expect(200);
		assertThat(admin.sendTo(other, "GET", path, "").expect(200).text("/name")).isEqualTo(name + " anew");
		admin.sendTo(one, "DELETE", path, "").expect(204);
		admin.sendTo(other, "GET", path, "").expectProblem(404, "not-found");
	}

	private static String named(String name) {
		return "{\"name\": \"" + name + "\"}";
	}

	@ParameterizedTest
	@CsvSource({ "product-service, product-service-2", "product-service-2, product-service" })
	void aProduct(String one, String other) {
		Person admin = Person.admin();
		String category = admin.post("/api/categories", named("Category " + UUID.randomUUID())).expect(201).text("/id");
		String card = "{\"name\": \"%s\", \"categoryId\": \"" + category + "\"}";

		String path = "/api/products/"
				+ admin.sendTo(one, "POST", "/api/products", card.formatted("Old")).expect(201).text("/id");
		assertThat(admin.sendTo(other, "GET", path, "").expect(200).text("/name")).isEqualTo("Old");
		admin.sendTo(one, "PUT", path, card.formatted("New")).expect(200);
		assertThat(admin.sendTo(other, "GET", path, "").expect(200).text("/name")).isEqualTo("New");
		admin.sendTo(one, "DELETE", path, "").expect(204);
		admin.sendTo(other, "GET", path, "").expectProblem(404, "not-found");
	}

	@ParameterizedTest
	@CsvSource({ "shop-service, shop-service-2", "shop-service-2, shop-service" })
	void aShopAndItsOffer(String one, String other) {
		Wares wares = Wares.offered("100", 5);
		Person owner = wares.owner();
		String shop = "/api/shops/" + wares.shopId();
		String offer = shop + "/offers/" + wares.productId();

		owner
			.sendTo(one, "PUT", shop,
					"""
							{"name": "Shop %s", "city": "Astana", "address": "Abay 1", "phone": "+77010000001"}"""
						.formatted(UUID.randomUUID()))
			.expect(200);
		assertThat(owner.sendTo(other, "GET", shop, "").expect(200).text("/city")).isEqualTo("Astana");
		owner.sendTo(one, "PUT", offer, "{\"price\": 99}").expect(200);
		assertThat(owner.sendTo(other, "GET", offer, "").expect(200).whole("/price")).isEqualTo(99);
		owner.sendTo(one, "DELETE", offer, "").expect(204);
		owner.sendTo(other, "GET", offer, "").expectProblem(404, "not-found");
		Person.admin().sendTo(one, "PUT", shop + "/status", "{\"status\": \"SUSPENDED\"}").expect(200);
		Person.STRANGER.sendTo(other, "GET", shop, "").expectProblem(404, "not-found");
		assertThat(owner.sendTo(other, "GET", shop, "").expect(200).text("/status")).isEqualTo("SUSPENDED");
	}

	@ParameterizedTest
	@CsvSource({ "customer-service, customer-service-2", "customer-service-2, customer-service" })
	void anAccountItsAddressAndItsWallet(String one, String other) {
		Person customer = Person.registered();
		String me = "/api/customers/" + customer.id();

		customer.sendTo(one, "PATCH", me, "{\"fullName\": \"The customer\"}").expect(200);
		assertThat(customer.sendTo(other, "GET", me, "").expect(200).text("/fullName")).isEqualTo("The customer");
		customer.sendTo(one, "POST", me + "/addresses", """
				{"city": "Almaty", "street": "Abay Avenue", "building": "10", "recipient": "The customer",
				"phone": "+77010000001"}""").expect(201);
		assertThat(customer.sendTo(other, "GET", me + "/addresses", "").expect(200).text("/items/0/city"))
			.isEqualTo("Almaty");
		customer.sendTo(one, "POST", me + "/wallet/top-ups", "{\"amount\": 7}", "Idempotency-Key", Person.newKey())
			.expect(201);
		assertThat(customer.sendTo(other, "GET", me + "/wallet", "").expect(200).whole("/balance")).isEqualTo(7);
		assertThat(customer.sendTo(other, "GET", me + "/wallet/entries", "").expect(200).at("/items")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "cart-service, cart-service-2", "cart-service-2, cart-service" })
	void aCartAndAPromoCode(String one, String other) {
		Wares wares = Wares.offered("100", 5);
		Person customer = Person.registered();
		String code = "N" + UUID.randomUUID().toString().substring(0, 18).toUpperCase(java.util.Locale.ROOT);

		wares.intoCartOf(customer, 2).expect(201);
		Person.admin()
			.sendTo(one, "POST", "/api/promo-codes", "{\"code\": \"" + code + "\", \"percent\": 10}")
			.expect(201);
		customer.sendTo(other, "PUT", "/api/cart/promo-code", "{\"code\": \"" + code + "\"}").expect(200);
		assertThat(customer.sendTo(one, "GET", "/api/cart", "").expect(200).text("/promoCode")).isEqualTo(code);
		customer.sendTo(one, "DELETE", "/api/cart", "").expect(200);
		assertThat(customer.sendTo(other, "GET", "/api/cart", "").expect(200).at("/items")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "order-service, order-service-2", "order-service-2, order-service" })
	void anOrderAndItsShipments(String one, String other) {
		Wares wares = Wares.offered("100", 5);
		Person customer = Person.registered().withMoney("1000");
		String sent = "/api/orders/" + ordered(customer, wares);
		String shipment = "/api/shops/" + wares.shopId() + "/shipments/" + sent.substring("/api/orders/".length());

		wares.owner().sendTo(one, "POST", shipment + "/ship", "").expect(200);
		assertThat(customer.sendTo(other, "GET", sent, "").expect(200).text("/status")).isEqualTo("SHIPPED");
		wares.owner().sendTo(one, "POST", shipment + "/deliver", "").expect(200);
		assertThat(customer.sendTo(other, "GET", sent, "").expect(200).text("/status")).isEqualTo("DELIVERED");
		customer.sendTo(one, "POST", sent + "/shipments/" + wares.shopId() + "/confirm", "").expect(200);
		assertThat(customer.sendTo(other, "GET", sent, "").expect(200).text("/shipments/0/status"))
			.isEqualTo("RECEIVED");
		String cancelled = "/api/orders/" + ordered(customer, wares);
		customer.sendTo(one, "POST", cancelled + "/cancel", "").expect(200);
		assertThat(customer.sendTo(other, "GET", cancelled, "").expect(200).text("/status")).isEqualTo("CANCELLED");
		assertThat(customer.sendTo(other, "GET", cancelled + "/history", "").expect(200).body().toString())
			.contains("CANCELLED");
	}

	private static String ordered(Person customer, Wares wares) {
		wares.intoCartOf(customer, 1).expect(201);
		return customer.order(Person.newKey(), "100").expect(201).text("/id");
	}

}
