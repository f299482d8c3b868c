package kz.duken.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer narrows the catalogue down to what he wants, and turns its pages. Five cards
 * of two brands stand in a branch of three categories and beside it.
 */
class CatalogueJourney {

	/** In letters alone, so that it is one word. */
	private static final String MARK = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "lamp";

	/** What stands in curly brackets in a query. */
	private static final Map<String, String> PLACES = new HashMap<>(
			Map.of("mark", MARK, "north", "north" + MARK, "south", "south" + MARK));

	@BeforeAll
	static void fiveCards() {
		Store.up();
		PLACES.put("lights", category("Lights", ""));
		PLACES.put("lamps", category("Lamps", "{lights}"));
		PLACES.put("torches", category("Torches", "{lamps}"));
		PLACES.put("chairs", category("Chairs", ""));
		Person one = Person.registered();
		PLACES.put("one", Wares.openShop(one));
		Person two = Person.registered();
		PLACES.put("two", Wares.openShop(two));
		offered(one, "one", card("Amber", "North", "lights", "\"Colour\", \"value\": \"red\""), "100", 1);
		offered(one, "one", card("Birch", "South", "lamps", "\"Colour\", \"value\": \"blue\""), "200", 0);
		String cedar = card("Cedar", "North", "torches", """
				"Colour", "value": "red"}, {"name": "Length", "value": 16, "unit": "cm\"""");
		offered(two, "two", cedar, "300", 2);
		PLACES.put("cedar", cedar);
		card("Delta", "North", "chairs", "\"Dimmable\", \"value\": false");
		offered(one, "one", card("Elm", "South", "lamps", "\"Dimmable\", \"value\": true"), "50.50", 5);
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(names("tag={mark}&sort=price&minPrice=0")).containsExactly("Elm", "Amber",
					"Birch", "Cedar"));
	}

	private static String category(String name, String parent) {
		String place = parent.isEmpty() ? "" : ", \"parentId\": \"" + filled(parent) + "\"";
		return Person.admin()
			.post("/api/categories", "{\"name\": \"%s %s\"%s}".formatted(name, MARK, place))
			.expect(201)
			.text("/id");
	}

	private static String card(String name, String brand, String category, String attributes) {
		return Person.admin()
			.post("/api/products",
					"""
							{"name": "%1$s %2$s", "brand": "%3$s%2$s", "categoryId": "%4$s", "tags": ["%2$s", "of %1$s"],
							"description": "It is made of %1$s.", "attributes": [{"name": %5$s}]}"""
						.formatted(name, MARK, brand, PLACES.get(category), attributes))
			.expect(201)
			.text("/id");
	}

	private static void offered(Person owner, String shop, String productId, String price, int stock) {
		owner.post("/api/shops/" + PLACES.get(shop) + "/offers", """
				{"productId": "%s", "price": %s, "stock": %d}""".formatted(productId, price, stock)).expect(201);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			tag={mark}                                            | Amber Birch Cedar Delta Elm
			tag=OF%20ELM&tag=of%20birch&brand={south}             | Birch Elm
			tag=of%20elm&brand={north}                            |
			brand={north}                                         | Amber Cedar Delta
			brand={north}&brand={south}                           | Amber Birch Cedar Delta Elm
			categoryId={lights}                                   | Amber Birch Cedar Elm
			categoryId={lamps}                                    | Birch Cedar Elm
			categoryId={torches}&categoryId={chairs}              | Cedar Delta
			categoryId={lights}&brand={north}                     | Amber Cedar
			tag={mark}&attr.Colour=red                            | Amber Cedar
			tag={mark}&attr.Colour=red&attr.Colour=blue           | Amber Birch Cedar
			tag={mark}&attr.Colour=red&attr.Length=16%20cm        | Cedar
			tag={mark}&attr.Dimmable=true                         | Elm
			tag={mark}&minPrice=100&maxPrice=200                  | Amber Birch
			categoryId={lights}&minPrice=100.01                   | Birch Cedar
			categoryId={lights}&maxPrice=50.50                    | Elm
			categoryId={lights}&maxPrice=50.49                    |
			tag={mark}&inStock=true                               | Amber Cedar Elm
			categoryId={lights}&inStock=true                      | Amber Cedar Elm
			tag={mark}&inStock=false                              | Birch Delta
			shopId={two}                                          | Cedar
			shopId={one}&shopId={two}                             | Amber Birch Cedar Elm
			shopId={one}&inStock=true&maxPrice=100&brand={south}  | Elm
			q={mark}&shopId={one}&minPrice=60                     | Amber Birch
			""")
	void filtersLeaveWhatFulfilsThemAll(String query, String left) {
		assertThat(names(query)).containsExactlyInAnyOrder((left != null) ? left.split(" ") : new String[0]);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			newest | Elm Delta Cedar Birch Amber
			price  | Elm Amber Birch Cedar Delta
			-price | Cedar Birch Amber Elm Delta
			name   | Amber Birch Cedar Delta Elm
			""")
	void eachOrderGoesOnFromPageToPage(String sort, String names) {
		assertThat(turningPages("tag={mark}&sort=" + sort)).containsExactly(names.split(" "));
		assertThat(turningPages("categoryId={lights}&categoryId={chairs}&sort=" + sort))
			.containsExactly(names.split(" "));
	}

	@Test
	void theBestMatchComesFirst() {
		assertThat(names("q=cedar%20{mark}")).first().isEqualTo("Cedar");
		assertThat(names("q={cedar}&sort=relevance")).first().isEqualTo("Cedar");
		assertThat(turningPages("q={mark}&sort=relevance&brand={north}")).containsExactlyInAnyOrder("Amber", "Cedar",
				"Delta");
		assertThat(names("tag={mark}")).as("the newest first when nothing was typed").first().isEqualTo("Elm");
	}

	@Test
	void eachFacetIsCountedOverAllFiltersButItsOwn() {
		JsonNode facets = find("tag={mark}&facets=true&brand={north}&maxPrice=100").at("/facets");

		assertThat(facets.at("/brand").valueStream()).map((value) -> value.at("/count").asInt())
			.as("up to 100 tenge there is one of each brand")
			.containsExactly(1, 1);
		assertThat(facets.at("/price/min").decimalValue()).isEqualByComparingTo("100");
		assertThat(facets.at("/price/max").decimalValue()).isEqualByComparingTo("300");
		assertThat(facets.at("/category").findValuesAsString("value")).containsExactly(PLACES.get("lights"));
		assertThat(facets.at("/attributes/Colour/0/value").asString()).isEqualTo("red");
		assertThat(facets.at("/attributes/Colour/0/count").asInt()).isOne();
	}

	@Test
	void theWholeTextIsOnTheCardAlone() {
		JsonNode listed = find("q={cedar}").at("/items/0");
		Answer card = Person.STRANGER.get("/api/products/" + PLACES.get("cedar")).expect(200);

		assertThat(listed.has("description")).isFalse();
		assertThat(card.text("/description")).isEqualTo("It is made of Cedar.");
		listed.properties().forEach((field) -> assertThat(card.at("/" + field.getKey())).isEqualTo(field.getValue()));
	}

	@Test
	void whoHasTheCardAlreadyIsNotSentItAgain() {
		Wares wares = Wares.offered("100", 1);
		String card = "/api/products/" + wares.productId();
		Patience.until("the card's price", () -> Person.STRANGER.read(card).whole("/price") == 100);
		String tag = Person.STRANGER.get(card).expect(200).header("ETag");
		assertThat(tag).matches("\"[^\"]+\"");

		Answer same = Person.STRANGER.get(card, "If-None-Match", tag).expect(304);
		wares.change("{\"price\": 99.99}").expect(200);

		assertThat(same.header("ETag")).isEqualTo(tag);
		assertThat(same.body().isMissingNode()).isTrue();
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			Answer changed = Person.STRANGER.get(card, "If-None-Match", tag).expect(200);
			assertThat(changed.at("/price").decimalValue()).isEqualByComparingTo("99.99");
			assertThat(changed.header("ETag")).matches("\"[^\"]+\"").isNotEqualTo(tag);
		});
	}

	@ParameterizedTest
	@CsvSource({ "categoryId=lamps", "minPrice=-1", "maxPrice=1.005", "inStock=maybe", "shopId=1", "facets=2",
			"size=101" })
	void whatCannotBeIsRefused(String query) {
		Person.STRANGER.get("/api/products?" + query).expectProblem(400, "validation");
	}

	/** The names of what pages of two show, one after another. */
	private static List<String> turningPages(String query) {
		List<String> all = new ArrayList<>();
		String cursor = "";
		while (cursor != null) {
			JsonNode page = find(query + "&size=2" + cursor);
			List<String> names = names(page);
			assertThat(names).hasSizeBetween(1, 2);
			all.addAll(names);
			assertThat(all).doesNotHaveDuplicates();
			JsonNode next = page.at("/nextCursor");
			cursor = next.isString() ? "&cursor=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8) : null;
		}
		return all;
	}

	private static List<String> names(String query) {
		return names(find("size=100&" + query));
	}

	private static List<String> names(JsonNode page) {
		return page.at("/items")
			.valueStream()
			.map((item) -> item.at("/name").asString().replace(" " + MARK, ""))
			.toList();
	}

	private static JsonNode find(String query) {
		return Person.STRANGER.get("/api/products?" + filled(query)).expect(200).body();
	}

	private static String filled(String query) {
		String filled = query;
		for (var place : PLACES.entrySet()) {
			filled = filled.replace("{" + place.getKey() + "}", place.getValue());
		}
		return filled;
	}

}
