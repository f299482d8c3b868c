package kz.duken.product;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static java.util.stream.Collectors.joining;
import static kz.duken.product.Callers.admin;
import static kz.duken.product.Callers.service;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class BadInputTests {

	private final UUID category = UUID.randomUUID();

	private final RestTestClient http;

	private final Callers callers;

	BadInputTests(@Autowired RestTestClient http) {
		this.http = http;
		this.callers = new Callers(http);
	}

	@BeforeEach
	void thereIsACategory() {
		Feeds.categories(Feeds.category(this.category));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"name": null                                                           | /name
			"name": ""                                                             | /name
			"name": 5                                                              | /name
			"name": "a\\u0000b"                                                    | /name
			"name": "\\ud83d"                                                      | /name
			"name": "x", "description": "a\\u0000b"                                | /description
			"name": "x", "price": 5                                                | /price
			"name": "x", "id": "01a20593-a17d-7338-a637-af88cc9320b5"              | /id
			"name": "x", "brand": ["a"]                                            | /brand
			"name": "x", "brand": "\\u0007"                                        | /brand
			"name": "x", "tags": "a"                                               | /tags
			"name": "x", "tags": [null]                                            | /tags/0
			"name": "x", "tags": ["ok", ""]                                        | /tags/1
			"name": "x", "tags": [5]                                               | /tags/0
			"name": "x", "attributes": [null]                                      | /attributes/0
			"name": "x", "attributes": [{"name": "a"}]                             | /attributes/0/value
			"name": "x", "attributes": [{"name": "a", "value": null}]              | /attributes/0/value
			"name": "x", "attributes": [{"name": "a", "value": [1]}]               | /attributes/0/value
			"name": "x", "attributes": [{"name": "a", "value": {"b": 1}}]          | /attributes/0/value
			"name": "x", "attributes": [{"name": "a", "value": 1e999}]             | /attributes/0/value
			"name": "x", "attributes": [{"name": "a", "value": "\\u0000"}]         | /attributes/0/value
			"name": "x", "attributes": [{"name": "", "value": 1}]                  | /attributes/0/name
			"name": "x", "attributes": [{"name": "a", "value": 1, "unit": "\\u0001"}] | /attributes/0/unit
			"name": "x", "attributes": [{"name": "a", "value": 1, "b": 2}]         | /attributes/0/b
			"name": "x", "images": ["javascript:alert(1)"]                         | /images/0
			"name": "x", "images": ["//evil.example/a"]                            | /images/0
			"name": "x", "images": [7]                                             | /images/0
			""")
	void aBadCardIsRefusedWhereItIsBad(String properties, String pointer) {
		Answer refused = post("{\"categoryId\": \"%s\", %s}".formatted(this.category, properties));

		assertThat(refused.slug()).isEqualTo("validation");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
		assertThat(this.callers.get("/api/products?categoryId={c}", this.category).items("id")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"5\"", "\"01a20593-a17d-7338-a637-af88cc9320b5\"", "5", "\"\"" })
	void aCardNeedsACategory(String categoryId) {
		Answer refused = post("{\"name\": \"x\", \"categoryId\": %s}".formatted(categoryId));

		assertThat(refused.slug()).isEqualTo("validation");
		assertThat(refused.at("/errors/0/pointer")).isEqualTo("/categoryId");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "nonsense", "{\"name\": \"x\",}", "{\"name\": \"x\", \"name\": \"y\"}",
			"{\"name\": \"x\"} {}", "[]", "5", "\"x\"", "null" })
	void whatIsNoCardIsRefused(String body) {
		assertThat(post(body).status()).isEqualTo(400);
	}

	@Test
	void listsHaveLimits() {
		assertThat(pointer("\"tags\": [" + "\"a\",".repeat(20) + "\"a\"]")).isEqualTo("/tags");
		assertThat(pointer("\"images\": [" + "\"/a\",".repeat(12) + "\"/a\"]")).isEqualTo("/images");
		assertThat(pointer("\"attributes\": [" + "{\"name\": \"a\", \"value\": 1},".repeat(60)
				+ "{\"name\": \"a\", \"value\": 1}]"))
			.isEqualTo("/attributes");
		assertThat(pointer("\"description\": \"" + "x".repeat(10_001) + "\"")).isEqualTo("/description");
	}

	@Test
	void theLargestCardIsTaken() {
		String hard = "ﷺ"; // decomposes into eighteen letters
		String attribute = "{\"name\": \"%s\", \"value\": \"%s\", \"unit\": \"%s\"}".formatted(hard.repeat(80),
				hard.repeat(400), hard.repeat(20));
		Answer made = post("""
				{"name": "%s", "categoryId": "%s", "description": "%s", "brand": "%s", "tags": [%s], "attributes": [%s]}
				""".formatted(hard.repeat(200), this.category, hard.repeat(10_000), hard.repeat(80),
				("\"" + hard.repeat(40) + "\",").repeat(19) + "\"a\"", (attribute + ",").repeat(59) + attribute));

		assertThat(made.status()).isEqualTo(201);
	}

	@ParameterizedTest
	@CsvSource({ "size=0, /size", "size=101, /size", "size=x, /size", "cursor=xyz, /cursor", "cursor=%00, /cursor",
			"sort=cheapest, /sort", "sort=, /sort", "sort=name&sort=price, /sort", "categoryId=5, /categoryId",
			"categoryId=, /categoryId", "shopId=x, /shopId", "minPrice=-1, /minPrice", "minPrice=1.001, /minPrice",
			"minPrice=1e99, /minPrice", "maxPrice=abc, /maxPrice", "maxPrice=, /maxPrice", "inStock=yes, /inStock",
			"inStock=, /inStock", "q=%00, /q", "q=a%0ab, /q", "brand=%00, /brand", "brand=, /brand", "tag=%07, /tag",
			"attr.a=%00, /attr.a" })
	void aBadParameterIsRefused(String query, String pointer) {
		Answer refused = this.callers.raw("/api/products?" + query);

		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.slug()).isEqualTo("validation");
		assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
	}

	@Test
	void aSearchHasALimit() {
		assertThat(this.callers.get("/api/products?q={q}", "x".repeat(201)).at("/errors/0/pointer")).isEqualTo("/q");
		assertThat(this.callers.get("/api/products?q={q}", "x".repeat(5_000)).status()).isEqualTo(400);
		assertThat(this.callers.raw("/api/products?q=" + "a+".repeat(2_000)).status()).isEqualTo(400);
		assertThat(this.callers.raw("/api/products?" + "q=a&".repeat(6)).at("/errors/0/pointer")).isEqualTo("/q");
		assertThat(this.callers.raw("/api/products?" + "q=a&".repeat(5)).status()).isEqualTo(200);
		assertThat(this.callers.raw("/api/products?q=" + "a+".repeat(10_000)).status()).isEqualTo(400);
		assertThat(this.callers.raw("/api/products?q=" + "x".repeat(10_000)).status()).isEqualTo(400);
		assertThat(this.callers.get("/api/products?q={q}", "x ".repeat(100)).status()).isEqualTo(200);
		assertThat(this.callers
			.raw("/api/products?" + IntStream.range(0, 11).mapToObj((i) -> "attr.a" + i + "=1").collect(joining("&")))
			.at("/errors/0/pointer")).isEqualTo("/attr");
		assertThat(this.callers.raw("/api/products?" + "brand=a&".repeat(51)).at("/errors/0/pointer"))
			.isEqualTo("/brand");
	}

	@ParameterizedTest
	@ValueSource(strings = { "newest|precise|2026-01-01T00:00:00Z|I|NOW", "price|precise|5|I|NOW",
			"price|precise|Infinity|I|NOW", "-price|precise|-1.00|I|NOW", "name|precise|a|I|NOW",
			"relevance|alike|5|I|NOW" })
	void aCursorOfThisListIsTaken(String keys) {
		assertThat(listed(keys, keys.substring(0, keys.indexOf('|'))).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "newest|precise|+99999-01-01T00:00:00Z|I|NOW", "newest|precise|x|I|NOW", "newest|precise",
			"newest|precise|2026-01-01|I|NOW", "price|precise|1e99999|I|NOW", "price|precise|NaN|I|NOW",
			"price|precise|-Infinity|I|NOW", "price|precise|5.001|I|NOW", "-price|precise|NaN|I|NOW",
			"-price|precise|Infinity|I|NOW", "name|precise|a\u0000|I|NOW", "name|maybe|a|I|NOW", "name|precise|a|x|NOW",
			"name|precise|a|I|yesterday", "name|precise|a|I|+99999-01-01T00:00:00Z", "name|precise|a|I",
			"relevance|precise|99999999999999999999|I|NOW", "relevance|precise|1.5|I|NOW", "relevance||5|I|NOW",
			"|||" })
	void aMadeUpCursorIsRefused(String keys) {
		String sort = keys.startsWith("|") ? "name" : keys.substring(0, keys.indexOf('|'));

		assertThat(listed(keys, sort).at("/errors/0/pointer")).isEqualTo("/cursor");
	}

	@ParameterizedTest
	@CsvSource({ "newest, price", "price, -price", "-price, price", "name, newest", "relevance, name" })
	void aCursorOfAnotherOrderIsRefused(String made, String asked) {
		String key = switch (made) {
			case "newest" -> "NOW";
			case "name" -> "a";
			default -> "5";
		};

		assertThat(listed(made + "|precise|" + key + "|I|NOW", asked).at("/errors/0/pointer")).isEqualTo("/cursor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "%%%", "AAAAA", "_w" })
	void whatIsNoCursorIsRefused(String cursor) {
		assertThat(this.callers.get("/api/products?cursor={c}", cursor).at("/errors/0/pointer")).isEqualTo("/cursor");
	}

	/** The last key says down to which card is ranked; none is. */
	private Answer listed(String keys, String sort) {
		return this.callers.get("/api/products?cursor={c}&q=x&sort={s}",
				cursor(keys.replace("NOW", "2026-01-01T00:00:00Z") + "|"), sort);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true|5|9999999-01-01T00:00:00Z|I", "true|5|x|I", "true|1e999|2026-01-01T00:00:00Z|I",
			"true|5|2026-01-01T00:00:00Z|x", "true" })
	void aMadeUpCursorOfOffersIsRefused(String keys) {
		String id = post("{\"name\": \"x\", \"categoryId\": \"%s\"}".formatted(this.category)).at("/id");

		Answer refused = this.callers.get("/api/products/{id}/offers?cursor={c}", id, cursor(keys));

		assertThat(refused.at("/errors/0/pointer")).isEqualTo("/cursor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?q=%", "?q=%ff", "?q=%C3%28", "?%=1", "?attr.=1", "?facets=x", "?q", "?&&&=", "?brand",
			"?attr.%00=1" })
	void anOddQueryIsNoFailure(String query) {
		assertThat(this.callers.raw("/api/products" + query).status()).isIn(200, 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "5", "not-an-id", "01a20593-a17d-7338-a637-af88cc9320b5",
			"01a20593-a17d-7338-a637-af88cc9320b5/offers", "x/offers", "x/y/z" })
	void whatIsNotThereIsNotFound(String path) {
		Answer answer = this.callers.raw("/api/products/" + path);

		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.slug()).isEqualTo("not-found");
	}

	@Test
	void aBodyHasALimit() {
		assertThat(post("{\"name\": \"" + "x".repeat(1024 * 1024) + "\"}").slug()).isEqualTo("payload-too-large");
	}

	@Test
	void onlyJsonIsTaken() {
		var result = this.http.post()
			.uri("/api/products")
			.headers(admin())
			.contentType(MediaType.TEXT_PLAIN)
			.body("x")
			.exchange()
			.expectBody(String.class)
			.returnResult();

		assertThat(result.getStatus().value()).isEqualTo(415);
	}

	@Test
	void aMethodThatIsNotThereIsTold() {
		assertThat(this.callers.delete(admin(), "/api/products").slug()).isEqualTo("method-not-allowed");
		assertThat(this.callers.call(admin(), HttpMethod.PATCH, "{}", "/api/products/{id}", UUID.randomUUID()).slug())
			.isEqualTo("method-not-allowed");
	}

	@Test
	void atMostAHundredNamesAreToldAtOnce() {
		String ids = "\"%s\",".formatted(UUID.randomUUID()).repeat(500) + "\"" + UUID.randomUUID() + "\"";

		assertThat(names("{\"ids\": [" + ids + "]}").at("/errors/0/pointer")).isEqualTo("/ids");
		assertThat(names("{\"ids\": [null]}").at("/errors/0/pointer")).isEqualTo("/ids/0");
		assertThat(names("{}").at("/errors/0/pointer")).isEqualTo("/ids");
		assertThat(names("{\"ids\": []}").status()).isEqualTo(200);
	}

	private Answer names(String body) {
		return this.callers.post(service("shop-service"), body, "/internal/products/names");
	}

	private String pointer(String property) {
		return post("{\"name\": \"x\", \"categoryId\": \"%s\", %s}".formatted(this.category, property))
			.at("/errors/0/pointer");
	}

	private Answer post(String body) {
		return this.callers.post(admin(), body, "/api/products");
	}

	private static String cursor(String keys) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(keys.replaceAll("\\|I(?=\\||$)", "|" + UUID.randomUUID())
				.replace('|', '\u001f')
				.getBytes(StandardCharsets.UTF_8));
	}

}
