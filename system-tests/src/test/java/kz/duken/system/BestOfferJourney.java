package kz.duken.system;

import java.time.Duration;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Shops compete for who buys one product, and everybody sees who is the best and why. */
class BestOfferJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void theCheapestShopSellsUntilItHasNoMore() {
		Wares dear = Wares.offered("5000", 3);
		sells("5000", "ONLY_OFFER", dear);
		Wares cheap = another(dear, "4500.50", 1);
		sells("4500.50", "LOWEST_PRICE", cheap, dear);
		Person customer = Person.registered().withMoney("10000");

		Answer cart = customer.post("/api/cart/items", """
				{"productId": "%s", "quantity": 1}""".formatted(dear.productId())).expect(201);
		customer.order(Person.newKey()).expect(201);

		assertThat(cart.text("/items/0/shopId")).isEqualTo(cheap.shopId());
		Answer offers = sells("5000", "LOWEST_PRICE", dear, cheap);
		assertThat(offers.whole("/items/0/stock")).isEqualTo(3);
		assertThat(offers.whole("/items/1/stock")).isZero();
		assertThat(offers.at("/items/1/price").decimalValue()).isEqualByComparingTo("4500.50");
		cart = customer.post("/api/cart/items", """
				{"productId": "%s", "quantity": 1}""".formatted(dear.productId())).expect(201);
		assertThat(cart.text("/items/0/shopId")).isEqualTo(dear.shopId());
	}

	@Test
	void amongEqualsTheFirstOneSells() {
		Wares first = Wares.offered("100", 5);
		Wares later = another(first, "100.00", 5);
		sells("100", "LONGEST_ON_SALE", first, later);

		later.change("{\"price\": 99.99}").expect(200);
		sells("99.99", "LOWEST_PRICE", later, first);
		Person.admin().put("/api/shops/" + later.shopId() + "/status", "{\"status\": \"SUSPENDED\"}").expect(200);
		sells("100", "ONLY_OFFER", first);
		Person.admin().put("/api/shops/" + later.shopId() + "/status", "{\"status\": \"ACTIVE\"}").expect(200);
		sells("99.99", "LOWEST_PRICE", later, first);
	}

	@Test
	void nobodySellsWhatNobodyHas() {
		Wares first = Wares.offered("100", 1);
		Wares later = another(first, "90", 0);
		sells("100", "LOWEST_PRICE", first, later);

		first.change("{\"stock\": 0}").expect(200);

		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			Answer card = Person.STRANGER.get("/api/products/" + first.productId()).expect(200);
			assertThat(card.at("/bestOffer").isNull()).isTrue();
			assertThat(card.at("/inStock").asBoolean()).isFalse();
			assertThat(card.whole("/price")).isEqualTo(90);
			assertThat(card.whole("/offerCount")).isEqualTo(2);
		});
		Person.registered()
			.post("/api/cart/items", "{\"productId\": \"" + first.productId() + "\", \"quantity\": 1}")
			.expectProblem(409, "out-of-stock");
	}

	/** Another shop offers the same product. */
	private static Wares another(Wares wares, String price, int stock) {
		Person owner = Person.registered();
		String shopId = Wares.openShop(owner);
		owner.post("/api/shops/" + shopId + "/offers", """
				{"productId": "%s", "price": %s, "stock": %d}""".formatted(wares.productId(), price, stock))
			.expect(201);
		return new Wares(owner, shopId, wares.productId());
	}

	/** Insists that the list of offers and the card come to agree on who is the best. */
	private static Answer sells(String price, String rule, Wares... bestFirst) {
		String path = "/api/products/" + bestFirst[0].productId();
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			Answer offers = Person.STRANGER.get(path + "/offers").expect(200);
			Answer card = Person.STRANGER.get(path).expect(200);
			assertThat(offers.at("/items").findValuesAsString("shopId"))
				.containsExactlyElementsOf(Stream.of(bestFirst).map(Wares::shopId).toList());
			assertThat(card.text("/bestOffer/rule")).isEqualTo(rule);
			assertThat(card.text("/bestOffer/reason")).matches("[A-Z].+\\.");
			assertThat(card.at("/price").decimalValue()).isEqualByComparingTo(price);
			assertThat(card.at("/inStock").asBoolean()).isTrue();
			assertThat(card.whole("/offerCount")).isEqualTo(bestFirst.length);
			for (String field : new String[] { "id", "shopId", "shopName", "price" }) {
				assertThat(offers.at("/items/0/" + field)).as(field).isEqualTo(card.at("/bestOffer/" + field));
			}
		});
		return Person.STRANGER.get(path + "/offers").expect(200);
	}

}
