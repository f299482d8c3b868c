package kz.duken.commons;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What every service answers to a body that is not as it should be. */
@DefaultsTest
class RequestBodyTests {

	@Autowired
	private RestTestClient http;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
			{"name": "a", "price": 1, "count": 1             | malformed-request | -
			{"name": "a", "price": 1, "count": 1} x          | malformed-request | -
			[]                                               | malformed-request | -
			{"name": "a", "price": 1, "count": 1, "id": "x"} | validation        | /id
			{"name": "a", "price": "1", "count": 1}          | validation        | /price
			{"name": "a", "price": 0.001, "count": 1}        | validation        | /price
			{"name": "a", "price": 1e999999, "count": 1}     | validation        | /price
			{"name": "a", "price": -1, "count": 1}           | validation        | /price
			{"name": "a", "price": 1, "count": 1.5}          | validation        | /count
			{"name": "a", "price": 1, "count": null}         | validation        | /count
			{"name": "a", "price": 1, "count": 99999999999}  | validation        | /count
			{"name": 5, "price": 1, "count": 1}              | validation        | /name
			{"name": " ", "price": 1, "count": 1}            | validation        | /name
			{"name": "a", "price": 1, "count": 1000}         | validation        | /count
			{"name": "a", "price": 1, "count": 1, "a/b~c": 1}  | validation       | /a~1b~0c
			{"name": "a", "price": 1, "count": "", "kind": null}  | validation        | /count
			{"name": "a", "price": 1, "count": 1, "owner": ""}    | validation        | /owner
			{"name": "a", "price": 1, "count": 1, "owner": " "}   | validation        | /owner
			{"name": "a", "price": 1, "count": 1, "owner": 5}     | validation        | /owner
			{"name": "a", "price": 1, "count": 1, "kind": 1}      | validation        | /kind
			{"name": "a", "price": 1, "count": 1, "kind": "1"}    | validation        | /kind
			{"name": "a", "price": 1, "count": 1, "kind": ""}     | validation        | /kind
			{"name": "a", "price": 1, "count": 1, "kind": "new"}  | validation        | /kind
			{"name": "a", "price": 1, "count": 1, "since": 1893456000}     | validation | /since
			{"name": "a", "price": 1, "count": 1, "since": 1.5}            | validation | /since
			{"name": "a", "price": 1, "count": 1, "since": "1893456000"}   | validation | /since
			{"name": "a", "price": 1, "count": 1, "since": "2030-01-01"}   | validation | /since
			{"name": "a", "price": 1, "count": 1, "since": ""}             | validation | /since
			{"name": "a", "price": 1, "count": 1, "parts": ""}             | validation | /parts
			{"name": "a", "price": 1, "count": 1, "parts": [{"name": "b", "size": "x"}]} | validation | /parts/0/size
			""")
	void aBodyThatCannotBeTakenIsToldWithItsPlace(String body, String slug, @Nullable String pointer) {
		RestTestClient.BodyContentSpec answer = this.http.post()
			.uri("/api/things")
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("/problems/" + slug)
			.jsonPath("$.instance")
			.isEqualTo("/api/things")
			.jsonPath("$.traceId")
			.isNotEmpty();
		if (pointer != null) {
			answer.jsonPath("$.errors[0].pointer").isEqualTo(pointer);
		}
	}

	@Test
	void whatATimeLooksLikeIsTold() {
		this.http.post()
			.uri("/api/things")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"name\": \"a\", \"price\": 1, \"count\": 1, \"since\": \"2030-01-01\"}")
			.exchange()
			.expectBody()
			.jsonPath("$.errors[0].detail")
			.isEqualTo("must be a time such as 2027-01-31T18:00:00Z");
	}

	@Test
	void aGoodBodyIsTaken() {
		this.http.post()
			.uri("/api/things")
			.contentType(MediaType.APPLICATION_JSON)
			.body("""
					{"name": "a", "price": 19.9, "count": 1, "owner": "01900000-0000-7000-8000-000000000001",
					"kind": "NEW", "since": "2030-01-01T06:00:00+05:00"}""")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.json("""
					{"price": 19.9, "owner": "01900000-0000-7000-8000-000000000001", "kind": "NEW",
					"since": "2030-01-01T01:00:00Z"}""");
	}

	@Test
	void aBodyThatIsNotJsonIsRefused() {
		this.http.post()
			.uri("/api/things")
			.contentType(MediaType.TEXT_PLAIN)
			.body("a thing")
			.exchange()
			.expectStatus()
			.isEqualTo(415)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("/problems/unsupported-media-type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data", "multipart/form-data; boundary=b", "multipart/mixed" })
	void aFormIsRefusedUnread(String contentType) {
		this.http.post()
			.uri("/api/things")
			.header("Content-Type", contentType)
			.body("a thing")
			.exchange()
			.expectStatus()
			.isEqualTo(415);
		this.http.method(HttpMethod.GET)
			.uri("/api/things")
			.header("Content-Type", contentType)
			.body("a thing")
			.exchange()
			.expectStatus()
			.isOk();
		this.http.post()
			.uri("/api/nothing")
			.header("Content-Type", contentType)
			.body("a thing")
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@ParameterizedTest
	@ValueSource(strings = { "foo", "*/*;q=x", "text/csv" })
	void whoCanTakeNoAnswerIsToldSoInAProblem(String accept) {
		this.http.get()
			.uri("/api/things")
			.header("Accept", accept)
			.exchange()
			.expectStatus()
			.isEqualTo(406)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("/problems/not-acceptable");
	}

	@Test
	void aBodyBeyondTheLimitIsRefused() {
		this.http.post()
			.uri("/api/things")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"name\": \"" + "a".repeat(1_048_600) + "\"}")
			.exchange()
			.expectStatus()
			.isEqualTo(413)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("/problems/payload-too-large");
	}

}
