package kz.duken.system;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An offline shop joins, places its goods, changes count and price, and takes them away.
 */
class ShopOwnerJourney {

	private static final String SHOP = """
			{"name": "A new shop", "city": "Astana", "address": "Mangilik El 1", "phone": "+77010000002"}""";

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void everybodySeesWhatAShopOffers() {
		Wares wares = Wares.offered("100", 3);

		Answer offers = Person.STRANGER.get("/api/shops/" + wares.shopId() + "/offers").expect(200);

		assertThat(offers.at("/items")).hasSize(1);
		assertThat(offers.text("/items/0/productId")).isEqualTo(wares.productId());
		assertThat(offers.whole("/items/0/stock")).isEqualTo(3);
	}

	@Test
	void aShopIsSeenOnceAnAdministratorHasLetItIn() {
		Person owner = Person.registered();
		Answer shop = owner.post("/api/shops", SHOP).expect(201);
		assertThat(shop.text("/status")).isEqualTo("PENDING");
		String path = "/api/shops/" + shop.text("/id");
		Person.STRANGER.get(path).expectProblem(404, "not-found");
		owner.put(path + "/status", "{\"status\": \"ACTIVE\"}").expectProblem(403, "forbidden");

		Person.admin().put(path + "/status", "{\"status\": \"ACTIVE\"}").expect(200);

		assertThat(Person.STRANGER.get(path).expect(200).text("/name")).isEqualTo("A new shop");
		Person.registered().put(path, SHOP).expectProblem(403, "forbidden");
		assertThat(owner.put(path, SHOP.replace("A new shop", "A renamed shop")).expect(200).text("/name"))
			.isEqualTo("A renamed shop");
	}

	@Test
	void theCardFollowsTheOffers() {
		Wares dear = Wares.offered("5000", 3);
		String card = "/api/products/" + dear.productId();
		follows(card, 5000, dear.shopId());
		Person competitor = Person.registered();
		String cheapShop = Wares.openShop(competitor);
		String offer = "/api/shops/" + cheapShop + "/offers/" + dear.productId();

		competitor
			.post("/api/shops/" + cheapShop + "/offers",
					"{\"productId\": \"" + dear.productId() + "\", \"price\": 4500, \"stock\": 1}")
			.expect(201);
		follows(card, 4500, cheapShop);
		competitor.put(offer, "{\"stock\": 0}").expect(200);
		follows(card, 5000, dear.shopId());
		competitor.put(offer, "{\"price\": 4000, \"stock\": 2}").expect(200);
		follows(card, 4000, cheapShop);
		competitor.delete(offer).expect(204);
		follows(card, 5000, dear.shopId());
	}

	private static void follows(String card, long price, String bestShop) {
		Awaitility.await().pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
			Answer answer = Person.STRANGER.get(card).expect(200);
			assertThat(answer.whole("/price")).isEqualTo(price);
			assertThat(answer.text("/bestOffer/shopId")).isEqualTo(bestShop);
		});
	}

	@Test
	void aChangeOnStaleKnowledgeIsRefused() {
		Wares wares = Wares.offered("100", 5);
		String offer = "/api/shops/" + wares.shopId() + "/offers/" + wares.productId();
		String before = wares.owner().put(offer, "{\"price\": 110}").expect(200).header("ETag");
		wares.change("{\"stock\": 6}").expect(200);

		wares.owner().put(offer, "{\"price\": 90}", "If-Match", before).expectProblem(412, "precondition-failed");

		assertThat(wares.owner().get(offer).expect(200).whole("/price")).isEqualTo(110);
		assertThat(Person.STRANGER.get(offer + "/history").expect(200).at("/items")).hasSize(3);
	}

	@Test
	void offersKeepToTheRules() {
		Wares wares = Wares.offered("100", 5);
		String offers = "/api/shops/" + wares.shopId() + "/offers";

		wares.owner()
			.post(offers, "{\"productId\": \"" + wares.productId() + "\", \"price\": 1, \"stock\": 1}")
			.expectProblem(409, "offer-exists");
		wares.change("{\"price\": -1}").expectProblem(400, "validation");
		wares.change("{\"price\": 1.005}").expectProblem(400, "validation");
		wares.change("{\"stock\": 1000001}").expectProblem(400, "validation");
		wares.change("{}").expectProblem(400, "validation");
		Person.registered()
			.post(offers, "{\"productId\": \"" + wares.productId() + "\", \"price\": 1, \"stock\": 1}")
			.expectProblem(403, "forbidden");
		assertThat(wares.owner().get(offers + "/" + wares.productId()).expect(200).whole("/price")).isEqualTo(100);
	}

	@Test
	void aShopBringsACardOfItsOwn() {
		Wares wares = Wares.offered("1", 1);
		String categoryId = Person.STRANGER.get("/api/products/" + wares.productId()).text("/categoryId");

		Answer offer = wares.owner()
			.post("/api/shops/" + wares.shopId() + "/offers",
					"""
							{"product": {"name": "A rare amplifier", "categoryId": "%s"}, "sku": "A-1", "price": 7, "stock": 1}"""
						.formatted(categoryId))
			.expect(201);

		String card = "/api/products/" + offer.text("/productId");
		assertThat(Person.STRANGER.get(card).expect(200).text("/name")).isEqualTo("A rare amplifier");
		follows(card, 7, wares.shopId());
	}

}
