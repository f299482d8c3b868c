package kz.duken.category;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class BadInputTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	private Calls calls;

	@BeforeEach
	void calls() {
		this.calls = new Calls(this.client);
		Calls.productServiceCounts(Map.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"name": "x"                                 | malformed-request | none
			[]                                           | malformed-request | none
			null                                         | malformed-request | none
			{"name": "x", "name": "y"}                   | malformed-request | none
			{}                                           | validation        | /name
			{"name": null}                               | validation        | /name
			{"name": "  "}                               | validation        | /name
			{"name": 5}                                  | validation        | /name
			{"name": "a\\u0000b"}                        | validation        | /name
			{"name": "a\\ud800b"}                        | validation        | /name
			{"name": "NAME201"}                          | validation        | /name
			{"name": "x", "id": "1"}                     | validation        | /id
			{"name": "x", "productCount": 1}             | validation        | /productCount
			{"name": "x", "slug": ""}                    | validation        | /slug
			{"name": "x", "slug": "Big"}                 | validation        | /slug
			{"name": "x", "slug": "UUID"}                | validation        | /slug
			{"name": "x", "tags": "a"}                   | validation        | /tags
			{"name": "x", "tags": [1]}                   | validation        | /tags/0
			{"name": "x", "tags": ["a", null]}           | validation        | /tags/1
			{"name": "x", "tags": [""]}                  | validation        | /tags/0
			{"name": "x", "tags": ["TAG41"]}             | validation        | /tags/0
			{"name": "x", "tags": TAGS21}                | validation        | /tags
			{"name": "x", "tags": ["\\u0000"]}           | validation        | /tags/0
			{"name": "x", "parentId": "abc"}             | validation        | /parentId
			{"name": "x", "parentId": "UUID"}            | validation        | /parentId
			""")
	void aBadBodyChangesNothing(String body, String slug, String pointer) {
		String filled = body.replace("NAME201", "n".repeat(201))
			.replace("TAG41", "t".repeat(41))
			.replace("TAGS21", "[" + "\"t\",".repeat(20) + "\"t\"]")
			.replace("UUID", UUID.randomUUID().toString());
		UUID existing = this.calls.created(null);
		String before = everything();
		for (Calls.Answer answer : new Calls.Answer[] {
				this.calls.call(HttpMethod.POST, "/api/categories", Calls.ADMIN, filled),
				this.calls.call(HttpMethod.PUT, "/api/categories/" + existing, Calls.ADMIN, filled) }) {
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.slug()).isEqualTo(slug);
			assertThat(answer.pointer()).isEqualTo(pointer);
		}
		assertThat(everything()).isEqualTo(before);
	}

	private String everything() {
		return this.jdbc.sql("select string_agg(category::text, ' ' order by id) from category")
			.query(String.class)
			.single();
	}

	@ParameterizedTest
	@CsvSource({ "size=0,/size", "size=101,/size", "size=x,/size", "cursor=made-up,/cursor", "cursor=YQ,/cursor" })
	void aBadPageIsRefused(String query, String pointer) {
		UUID id = UUID.randomUUID();
		this.calls.create(Map.of("name", "tagged", "tags", new String[] { id.toString() }));
		Calls.Answer answer = this.calls.get("/api/categories?tag=" + id + "&" + query);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.pointer()).isEqualTo(pointer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "made-up", "YQ", "YR94", "YR8yMDI2LTAxLTAx" })
	void aMadeUpCursorIsRefusedThoughNothingHasTheTag(String cursor) {
		Calls.Answer answer = this.calls.get("/api/categories?tag=" + UUID.randomUUID() + "&cursor=" + cursor);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.pointer()).isEqualTo("/cursor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "%00", "%25", "*", "_" })
	void aStrangeTagMatchesNothing(String tag) {
		this.calls.create(Map.of("name", "tagged", "tags", List.of("tag")));
		Calls.Answer answer = this.calls.get("/api/categories?tag=" + tag);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body().path("items")).isEmpty();
		assertThat(answer.body().path("items").isArray()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "%ED%A0%80", "%ff" })
	void whatIsNoTextIsRefused(String tag) {
		assertThat(this.calls.get("/api/categories?tag=" + tag).slug()).isEqualTo("malformed-request");
	}

	@Test
	void theRestIsToldAsWhatItIs() {
		String large = "{\"name\": \"" + "x".repeat(1_100_000) + "\"}";
		assertThat(this.calls.call(HttpMethod.POST, "/api/categories", Calls.ADMIN, large).slug())
			.isEqualTo("payload-too-large");
		assertThat(
				this.calls.call(HttpMethod.POST, "/api/categories", Calls.ADMIN, "name=x", MediaType.TEXT_PLAIN).slug())
			.isEqualTo("unsupported-media-type");
		assertThat(this.calls.call(HttpMethod.PATCH, "/api/categories", Calls.ADMIN, "{}").slug())
			.isEqualTo("method-not-allowed");
		assertThat(this.calls.call(HttpMethod.DELETE, "/api/categories/no-id", Calls.ADMIN, null).slug())
			.isEqualTo("not-found");
		assertThat(this.calls.get("/api/categories/a/b/c").slug()).isEqualTo("not-found");
	}

}
