package kz.duken.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A shop's owner tells his offers apart and changes what he has seen, and everybody can
 * look up what he has asked for them.
 */
class OfferJourney {

	private final String sku = "A-" + UUID.randomUUID();

	private final Wares wares = Wares.offered("100", 5);

	private final Person owner = this.wares.owner();

	private final String offers = "/api/shops/" + this.wares.shopId() + "/offers";

	private final String offer = this.offers + "/" + this.wares.productId();

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void aSkuIsOneOffers() {
		String first = Wares.card("Card " + UUID.randomUUID());
		String second = Wares.card("Card " + UUID.randomUUID());
		Answer made = offered(this.wares, first).expect(201);
		assertThat(made.text("/sku")).isEqualTo(this.sku);

		offered(this.wares, second).expectProblem(409, "sku-taken");

		Person.STRANGER.get(this.offers + "/" + second).expectProblem(404, "not-found");
		assertThat(Person.STRANGER.get(this.offers + "/" + first).expect(200).body()).isEqualTo(made.body());
		assertThat(offered(Wares.offered("1", 1), second).expect(201).text("/sku")).as("another shop's")
			.isEqualTo(this.sku);
		this.owner.delete(this.offers + "/" + first).expect(204);
		assertThat(offered(this.wares, second).expect(201).text("/sku")).isEqualTo(this.sku);
		offered(this.wares, first).expectProblem(409, "sku-taken");
	}

	@Test
	void noCardIsMadeForAnOfferWhoseSkuIsTaken() {
		offered(this.wares, Wares.card("Card " + UUID.randomUUID())).expect(201);
		String product = this.wares.productId();
		String category = Person.STRANGER.get("/api/products/" + product).expect(200).text("/categoryId");

		offeredWithCard(category, this.sku).expectProblem(409, "sku-taken");

		String made = offeredWithCard(category, "B" + this.sku).expect(201).text("/productId");
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			Answer cards = Person.STRANGER.get("/api/products?categoryId=" + category).expect(200);
			assertThat(cards.at("/items").valueStream()).map((card) -> card.at("/id").asString())
				.containsExactly(made, product);
		});
	}

	private Answer offeredWithCard(String category, String under) {
		String card = "{\"name\": \"Lamp %s\", \"categoryId\": \"%s\"}".formatted(UUID.randomUUID(), category);
		return this.owner.post(this.offers,
				"{\"product\": %s, \"sku\": \"%s\", \"price\": 7, \"stock\": 1}".formatted(card, under));
	}

	/** A shop offers a product, under the sku that all of this is about. */
	private Answer offered(Wares shop, String product) {
		return shop.owner()
			.post("/api/shops/" + shop.shopId() + "/offers",
					"{\"productId\": \"%s\", \"sku\": \"%s\", \"price\": 10, \"stock\": 1}".formatted(product,
							this.sku));
	}

	/** The product's name, say, changes without it. */
	@Test
	void anOffersTagTellsItsVersionAndNotThatItsBodyIsTheSame() {
		Answer seen = Person.STRANGER.get(this.offer).expect(200);
		assertThat(seen.header("ETag")).isEqualTo(tag(seen));

		Answer again = Person.STRANGER.get(this.offer, "If-None-Match", tag(seen)).expect(200);

		assertThat(again.body()).isEqualTo(seen.body());
		assertThat(again.header("ETag")).isEqualTo(tag(seen));
	}

	@Test
	void aChangeOfWhatTheOwnerHasSeenIsMade() {
		String product = Wares.card("Card " + UUID.randomUUID());
		String path = this.offers + "/" + product;
		Answer made = offered(this.wares, product).expect(201);
		assertThat(made.header("ETag")).isEqualTo(tag(made));
		assertThat(made.header("Location")).isEqualTo(path);

		Answer changed = this.owner.put(path, "{\"price\": 9.50}", "If-Match", tag(made)).expect(200);
		this.owner.put(path, "{\"price\": 8}", "If-Match", tag(made)).expectProblem(412, "precondition-failed");

		assertThat(changed.header("ETag")).isEqualTo(tag(changed));
		assertThat(changed.whole("/version")).isGreaterThan(made.whole("/version"));
		assertThat(changed.at("/price").decimalValue()).isEqualByComparingTo("9.50");
		assertThat(changed.whole("/stock")).as("what is absent stays").isEqualTo(1);
		assertThat(Person.STRANGER.get(path).expect(200).body()).isEqualTo(changed.body());
	}

	@Test
	void aSaleMakesStaleWhatTheOwnerHasSeen() {
		String seen = tag(this.owner.get(this.offer).expect(200));
		bought(2);

		this.owner.put(this.offer, "{\"stock\": 5}", "If-Match", seen).expectProblem(412, "precondition-failed");

		assertThat(this.wares.stock()).isEqualTo(3);
		String now = tag(this.owner.get(this.offer).expect(200));
		assertThat(now).isNotEqualTo(seen);
		this.owner.put(this.offer, "{\"stock\": 4}", "If-Match", now).expect(200);
		assertThat(this.wares.stock()).isEqualTo(4);
	}

	private static String tag(Answer offer) {
		return "\"" + offer.whole("/version") + "\"";
	}

	@Test
	void theHistoryHasWhatTheOwnerChangesAndNoSale() {
		this.wares.change("{\"price\": 120.50}").expect(200);
		bought(2);
		this.wares.change("{\"price\": 110}").expect(200);
		this.wares.change("{\"price\": 110, \"stock\": 3}").expect(200);
		this.wares.change("{\"stock\": 7}").expect(200);

		List<JsonNode> history = Person.STRANGER.turnPages(this.offer + "/history", 3);

		assertThat(history).map(OfferJourney::told)
			.containsExactly("7 at 110.00", "3 at 110.00", "5 at 120.50", "5 at 100.00");
		assertThat(history)
			.allSatisfy((line) -> assertThat(line.propertyNames()).containsExactlyInAnyOrder("at", "price", "stock"));
		assertThat(history).map((line) -> Instant.parse(line.at("/at").asString()))
			.isSortedAccordingTo(Comparator.reverseOrder());
	}

	private static String told(JsonNode line) {
		return line.at("/stock").intValue() + " at " + line.at("/price").decimalValue().setScale(2).toPlainString();
	}

	private void bought(int quantity) {
		Person customer = Person.registered().withMoney("1000");
		this.wares.intoCartOf(customer, quantity).expect(201);
		customer.order(Person.newKey()).expect(201);
	}

}
