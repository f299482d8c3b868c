package kz.duken.product;

import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static kz.duken.product.Callers.admin;
import static org.assertj.core.api.Assertions.assertThat;

/** A card that is not as it should be is refused where it is bad. */
@ServiceTest
class BadCardTests {

	private final UUID category = UUID.randomUUID();

	private final Callers callers;

	BadCardTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
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

	@Test
	void aBodyHasALimit() {
		assertThat(post("{\"name\": \"" + "x".repeat(1024 * 1024) + "\"}").slug()).isEqualTo("payload-too-large");
	}

	@Test
	void onlyJsonIsTaken(@Autowired RestTestClient http) {
		var result = http.post()
			.uri("/api/products")
			.headers(admin())
			.contentType(MediaType.TEXT_PLAIN)
			.body("x")
			.exchange()
			.expectBody(String.class)
			.returnResult();

		assertThat(result.getStatus().value()).isEqualTo(415);
	}

	private String pointer(String property) {
		return post("{\"name\": \"x\", \"categoryId\": \"%s\", %s}".formatted(this.category, property))
			.at("/errors/0/pointer");
	}

	private Answer post(String body) {
		return this.callers.post(admin(), body, "/api/products");
	}

}
