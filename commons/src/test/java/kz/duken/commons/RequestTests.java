package kz.duken.commons;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What every service answers to a request that is not as it should be. */
@DefaultsTest
class RequestTests {

	@Autowired
	private RestTestClient http;

	@ParameterizedTest
	@CsvSource({ "GET, /api/things/absent, 404, not-found", "GET, /api/nothing, 404, not-found",
			"DELETE, /api/things, 405, method-not-allowed", "GET, /api/undescribed, 401, unauthorized",
			"GET, /internal/things, 401, unauthorized", "GET, /api/mine, 401, unauthorized",
			"GET, /api/things?size=0, 400, validation", "GET, /api/things?size=101, 400, validation",
			"GET, /api/things?cursor=made-up, 400, validation", "GET, /api/failing, 500, internal",
			"POST, /api/things, 400, malformed-request" })
	void everyErrorIsAProblem(String method, String path, int status, String slug) {
		this.http.method(HttpMethod.valueOf(method))
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
	void anybodyMayAskWhatCanBeAsked() {
		this.http.options()
			.uri("/api/things")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.value(HttpHeaders.ALLOW, (methods) -> assertThat(methods.split(",")).contains("GET", "POST"));
		this.http.options().uri("/internal/things").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void whoeverMayGetMayHead() {
		this.http.method(HttpMethod.HEAD).uri("/api/things").exchange().expectStatus().isOk().expectBody().isEmpty();
	}

}
