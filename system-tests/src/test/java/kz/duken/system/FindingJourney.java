package kz.duken.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever people type, they find what they mean. */
class FindingJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@ParameterizedTest
	@CsvSource({ "iphnoe, iPhone", "samsnug galaxi, Galaxy", "galax, Galaxy", "айфон, iPhone", "шзрщту, iPhone",
			"самсунг, Samsung", "256 ГБ iphone, 256", "iphone 256GB, 256", "айфо, iPhone", "шзрщту 256, iPhone",
			"сяоми, Xiaomi", "wifi samsung, Samsung" })
	void aWordFindsWhatIsMeant(String typed, String inName) {
		JsonNode items = find("q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)).at("/items");

		assertThat(items).as(typed).isNotEmpty();
		assertThat(items.get(0).path("name").asString()).containsIgnoringCase(inName);
	}

	@Test
	void aRussianWordFindsTheCategory() {
		JsonNode found = find("q=" + URLEncoder.encode("ноутбук", StandardCharsets.UTF_8) + "&facets=true");

		assertThat(found.at("/items")).isNotEmpty();
		assertThat(found.at("/facets/category").findValuesAsString("name")).anyMatch((name) -> name.contains("aptop"));
	}

	@Test
	void facetsCountWhatAFilterWouldLeave() {
		JsonNode all = find("q=samsung&facets=true&size=1");
		JsonNode brand = all.at("/facets/brand/0");

		JsonNode filtered = find("q=samsung&size=100&brand=" + brand.path("value").asString());

		assertThat(filtered.at("/items").size()).isEqualTo(Math.min(100, brand.path("count").asInt()));
		assertThat(all.at("/facets/price/min").decimalValue()).isPositive();
		assertThat(all.at("/facets/approximate").asBoolean()).isFalse();
	}

	@Test
	void aFacetWithItsUnitIsAFilter() {
		JsonNode storage = find("q=iphone&facets=true&size=1").at("/facets/attributes/Storage/0");
		String value = URLEncoder.encode(storage.path("value").asString(), StandardCharsets.UTF_8);

		assertThat(storage.path("value").asString()).endsWith(" GB");
		assertThat(find("q=iphone&size=100&attr.Storage=" + value).at("/items")).hasSize(storage.path("count").asInt());
	}

	@Test
	void aSearchBoxIsHelped() {
		Answer suggested = Person.STRANGER.get("/api/products/suggest?q=iph").expect(200);

		assertThat(suggested.at("/items")).isNotEmpty().hasSizeLessThanOrEqualTo(8);
		assertThat(suggested.text("/items/0/name")).containsIgnoringCase("iphone");
	}

	@Test
	void cardsAreComparedSideBySide() {
		JsonNode phones = find("q=iphone&size=2").at("/items");
		String one = phones.get(0).path("id").asString();
		String other = phones.get(1).path("id").asString();

		Answer compared = Person.STRANGER.get("/api/products/compare?id=" + one + "&id=" + other).expect(200);

		assertThat(compared.at("/products")).hasSize(2);
		assertThat(compared.at("/attributes/0/values")).hasSize(2);
		assertThat(compared.at("/attributes").findValuesAsString("differs")).contains("true");
	}

	@Test
	void whatTheCardsDifferInIsMarked() {
		String category = category();
		String memory = attribute("Memory", "16", "\"GB\"");
		String blue = attribute("Colour", "\"blue\"", "null");
		String length = attribute("Length", "5.5", "\"cm\"");
		String one = card(category, memory, attribute("Colour", "\"red\"", "null"), attribute("Lit", "true", "null"));
		String two = card(category, blue, memory);
		String three = card(category, memory, attribute("Lit", "false", "null"), blue, length);

		Answer compared = compare(List.of(three, one, two)).expect(200);

		assertThat(compared.at("/products").valueStream()).map((product) -> product.at("/id").asString())
			.containsExactly(three, one, two);
		assertThat(compared.at("/attributes").valueStream()).containsExactlyInAnyOrder(
				row("Memory", "\"GB\"", "16, 16, 16", "false"),
				row("Colour", "null", "\"blue\", \"red\", \"blue\"", "true"),
				row("Lit", "null", "false, true, null", "true"), row("Length", "\"cm\"", "5.5, null, null", "true"));
	}

	/** A line of the comparison. */
	private static JsonNode row(String name, String unit, String values, String differs) {
		return Requests.parse("{\"name\": \"%s\", \"unit\": %s, \"values\": [%s], \"differs\": %s}".formatted(name,
				unit, values, differs));
	}

	@Test
	void twoToSixCardsAreCompared() {
		String category = category();
		List<String> cards = IntStream.range(0, 7)
			.mapToObj((length) -> card(category, attribute("Length", String.valueOf(length), "\"cm\"")))
			.toList();

		for (int count : new int[] { 2, 6 }) {
			Answer compared = compare(cards.subList(0, count)).expect(200);
			assertThat(compared.at("/products")).hasSize(count);
			assertThat(compared.at("/attributes/0/values").valueStream()).map(JsonNode::intValue)
				.containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
		}
		for (int count : new int[] { 1, 7 }) {
			Answer refused = compare(cards.subList(0, count)).expectProblem(400, "validation");
			assertThat(refused.text("/errors/0/pointer")).isEqualTo("/id");
		}
	}

	private static Answer compare(List<String> cards) {
		return Person.STRANGER.get("/api/products/compare?id=" + String.join("&id=", cards));
	}

	private static String category() {
		return Person.admin()
			.post("/api/categories", "{\"name\": \"Compared " + UUID.randomUUID() + "\"}")
			.expect(201)
			.text("/id");
	}

	private static String card(String category, String... attributes) {
		return Person.admin()
			.post("/api/products",
					"{\"name\": \"Card %s\", \"categoryId\": \"%s\", \"attributes\": [%s]}".formatted(UUID.randomUUID(),
							category, String.join(", ", attributes)))
			.expect(201)
			.text("/id");
	}

	private static String attribute(String name, String value, String unit) {
		return "{\"name\": \"%s\", \"value\": %s, \"unit\": %s}".formatted(name, value, unit);
	}

	private static JsonNode find(String query) {
		return Person.STRANGER.get("/api/products?" + query).expect(200).body();
	}

}
