package kz.duken.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People look for the shops of their town, an owner for his own, and an administrator for
 * those that wait to be let in.
 */
class ShopsJourney {

	private final String city = "Town " + UUID.randomUUID();

	private final String inTown = "/api/shops?city=" + URLEncoder.encode(this.city, StandardCharsets.UTF_8);

	private final Person owner = Person.registered();

	private final Person neighbour = Person.registered();

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void eachSeesTheShopsThatAreForHim() {
		opened(this.owner, "Bakery", "ACTIVE");
		opened(this.owner, "Arcade", "ACTIVE");
		opened(this.owner, "Dairy", "");
		opened(this.neighbour, "Cobbler", "ACTIVE");
		opened(this.neighbour, "Emporium", "SUSPENDED");

		assertThat(names(Person.STRANGER, this.inTown)).containsExactly("Arcade", "Bakery", "Cobbler");
		assertThat(names(this.owner, this.inTown)).containsExactly("Arcade", "Bakery", "Cobbler", "Dairy");
		assertThat(names(this.owner, "/api/shops?mine=true")).containsExactly("Arcade", "Bakery", "Dairy");
		assertThat(names(this.neighbour, "/api/shops?mine=true")).containsExactly("Cobbler", "Emporium");
		Person admin = Person.admin();
		assertThat(names(admin, this.inTown)).containsExactly("Arcade", "Bakery", "Cobbler", "Dairy", "Emporium");
		assertThat(names(admin, this.inTown + "&status=PENDING")).containsExactly("Dairy");
		assertThat(names(admin, this.inTown + "&status=SUSPENDED")).containsExactly("Emporium");
		assertThat(names(admin, this.inTown + "&status=ACTIVE")).containsExactly("Arcade", "Bakery", "Cobbler");
		assertThat(names(Person.STRANGER, "/api/shops?city=Nowhere" + UUID.randomUUID())).isEmpty();
	}

	@Test
	void theListOfATownHasPages() {
		opened(this.owner, "Bakery", "ACTIVE");
		opened(this.neighbour, "Arcade", "ACTIVE");

		Answer first = Person.STRANGER.get(this.inTown + "&size=1").expect(200);
		Answer second = Person.STRANGER
			.get(this.inTown + "&size=1&cursor=" + URLEncoder.encode(first.text("/nextCursor"), StandardCharsets.UTF_8))
			.expect(200);

		assertThat(first.at("/items").findValuesAsString("name")).containsExactly("Arcade");
		assertThat(second.at("/items").findValuesAsString("name")).containsExactly("Bakery");
		assertThat(second.at("/nextCursor").isNull()).isTrue();
	}

	@Test
	void aShopThatWaitsOffersWhatThereIsAndMakesNoCards() {
		String offers = "/api/shops/" + opened(this.owner, "Arcade", "") + "/offers";
		String product = Wares.card("Card " + UUID.randomUUID());
		String category = Person.STRANGER.get("/api/products/" + product).expect(200).text("/categoryId");

		this.owner
			.post(offers,
					"""
							{"product": {"name": "Lamp %s", "categoryId": "%s"}, "price": 7, "stock": 1}"""
						.formatted(UUID.randomUUID(), category))
			.expectProblem(409, "shop-not-active");

		this.owner.post(offers, """
				{"productId": "%s", "price": 7, "stock": 1}""".formatted(product)).expect(201);
		assertThat(this.owner.get(offers).expect(200).at("/items").findValuesAsString("productId"))
			.containsExactly(product);
	}

	@Test
	void aShopShowsWhatItsOwnerSaysOfIt() {
		String shop = opened(this.owner, "Arcade", "ACTIVE");
		String told = """
				{"name": "Arcade", "city": "%s", "address": "Abay Avenue 2", "phone": "+77010000003",
				"hours": "10 to 20", "location": {"lat": 43.25, "lon": 76.95}}""".formatted(this.city);
		this.owner.put("/api/shops/" + shop, told).expect(200);
		this.owner
			.post("/api/shops/" + shop + "/offers",
					"{\"productId\": \"" + Wares.card("Bread") + "\", \"price\": 1, \"stock\": 1}")
			.expect(201);

		JsonNode seen = Person.STRANGER.get(this.inTown).expect(200).at("/items/0");

		assertThat(seen.at("/address").asString()).isEqualTo("Abay Avenue 2");
		assertThat(seen.at("/hours").asString()).isEqualTo("10 to 20");
		assertThat(seen.at("/location/lat").decimalValue()).isEqualByComparingTo("43.25");
		assertThat(seen.at("/offerCount").asInt()).isOne();
		assertThat(seen.at("/status").asString()).isEqualTo("ACTIVE");
		assertThat(Person.STRANGER.get("/api/shops/" + shop).expect(200).body()).isEqualTo(seen);
	}

	@Test
	void aSuspendedShopIsNotThereForOthers() {
		String shop = "/api/shops/" + opened(this.owner, "Arcade", "ACTIVE");
		Person.admin().put(shop + "/status", "{\"status\": \"SUSPENDED\"}").expect(200);

		Person.STRANGER.get(shop).expectProblem(404, "not-found");
		this.neighbour.get(shop + "/offers").expectProblem(404, "not-found");
		this.neighbour.get(shop + "/wallet").expectProblem(404, "not-found");
		assertThat(this.owner.get(shop).expect(200).text("/status")).isEqualTo("SUSPENDED");
	}

	@Test
	void notEverybodyMayAskForEverything() {
		this.owner.get("/api/shops?status=PENDING").expectProblem(403, "forbidden");
		Person.STRANGER.get("/api/shops?status=PENDING").expectProblem(401, "unauthorized");
		Person.STRANGER.get("/api/shops?mine=true").expectProblem(401, "unauthorized");
		Person.admin().get("/api/shops?status=OPEN").expectProblem(400, "validation");
	}

	private String opened(Person founder, String name, String status) {
		String shop = founder
			.post("/api/shops",
					"""
							{"name": "%s", "city": "%s", "address": "Abay Avenue 1", "phone": "+77010000002"}"""
						.formatted(name, this.city))
			.expect(201)
			.text("/id");
		if (!status.isEmpty()) {
			Person.admin().put("/api/shops/" + shop + "/status", "{\"status\": \"" + status + "\"}").expect(200);
		}
		return shop;
	}

	private static List<String> names(Person person, String path) {
		return person.get(path).expect(200).at("/items").findValuesAsString("name");
	}

}
