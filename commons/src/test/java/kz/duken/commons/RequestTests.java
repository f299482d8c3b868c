package kz.duken.commons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.NotFound;
import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What every service answers to a request that is not as it should be. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.import=classpath:duken-defaults.yaml", "spring.application.name=shop-service",
				"duken.schema=none", "eureka.client.enabled=false", "management.server.port=-1",
				"spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
						+ "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
						+ "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration" })
@AutoConfigureRestTestClient
class RequestTests {

	@TempDir
	private static Path keys;

	@Autowired
	private RestTestClient http;

	@DynamicPropertySource
	static void keys(DynamicPropertyRegistry properties) throws Exception {
		ECKey key = new ECKeyGenerator(Curve.P_256).keyID("shop-service").algorithm(JWSAlgorithm.ES256).generate();
		Path file = Files.writeString(keys.resolve("shop-service.jwk"), key.toJSONString());
		properties.add("DUKEN_PRIVATE_KEY", file::toString);
		properties.add("DUKEN_PUBLIC_KEYS", keys::toString);
	}

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
	void aGoodBodyIsTaken() {
		this.http.post()
			.uri("/api/things")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"name\": \"a\", \"price\": 19.9, \"count\": 1}")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.json("{\"price\": 19.9}");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/things/absent, 404, not-found", "GET, /api/nothing, 404, not-found",
			"DELETE, /api/things, 405, method-not-allowed", "GET, /api/undescribed, 401, unauthorized",
			"GET, /internal/things, 401, unauthorized", "GET, /api/mine, 401, unauthorized",
			"GET, /api/things?size=0, 400, validation", "GET, /api/things?size=101, 400, validation",
			"GET, /api/things?cursor=made-up, 400, validation", "GET, /api/failing, 500, internal",
			"POST, /api/things, 400, malformed-request" })
	void everyErrorIsAProblem(String method, String path, int status, String slug) {
		this.http.method(org.springframework.http.HttpMethod.valueOf(method))
			.uri(path)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("/problems/" + slug)
			.jsonPath("$.status")
			.isEqualTo(status);
	}

	@Test
	void aTokenThatNobodyCanCheckIsAnOutageAndNoRefusal() {
		String token = "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6IngifQ.e30."
				+ "c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlcw";

		this.http.get()
			.uri("/api/things")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists(HttpHeaders.RETRY_AFTER);
	}

	@Test
	void aBadTokenIsRefusedOnOpenCallsToo() {
		this.http.get()
			.uri("/api/things")
			.headers((headers) -> headers.setBearerAuth("nonsense"))
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@Test
	void whoeverMayGetMayHead() {
		this.http.method(org.springframework.http.HttpMethod.HEAD)
			.uri("/api/things")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.isEmpty();
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

	record Part(String name, int size) {
	}

	record Thing(@NotBlank String name, @Price Money price, @Min(1) @Max(999) int count,
			@Nullable List<@Valid Part> parts) {
	}

	@RestController
	static class Things {

		@GetMapping("/api/things")
		int list(PageRequest page) {
			return page.size();
		}

		@PostMapping("/api/things")
		Thing make(@Valid @RequestBody Thing thing) {
			return thing;
		}

		@GetMapping("/api/things/{name}")
		Thing thing(@PathVariable String name) {
			throw new NotFound("thing '" + name + "'");
		}

		@GetMapping("/api/mine")
		int mine() {
			return 1;
		}

		@GetMapping("/api/undescribed")
		int undescribed() {
			return 1;
		}

		@GetMapping("/internal/things")
		int internal() {
			return 1;
		}

		@GetMapping("/api/failing")
		int failing() throws IOException {
			throw new IOException("password=secret");
		}

	}

	@SpringBootApplication
	static class Application {

		@Bean
		Things things() {
			return new Things();
		}

		@Bean
		PublicAccess publicAccess() {
			return (requests) -> requests.requestMatchers("/api/things/**", "/api/failing")
				.permitAll()
				.requestMatchers("/api/mine")
				.authenticated();
		}

		@Bean
		InternalAccess internalAccess() {
			return (requests) -> requests.requestMatchers("/internal/things").hasAuthority(InternalAccess.CART_SERVICE);
		}

	}

}
