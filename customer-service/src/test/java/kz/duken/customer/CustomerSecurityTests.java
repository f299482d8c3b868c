package kz.duken.customer;

import java.util.UUID;

import kz.duken.test.ServiceTest;
import kz.duken.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class CustomerSecurityTests {

	private static final String ID = UUID.randomUUID().toString();

	private final Api api;

	@Autowired
	CustomerSecurityTests(@LocalServerPort int port, JdbcClient database) {
		this.api = new Api(port, database);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/customers", "GET, /api/customers/me", "PATCH, /api/customers/me",
			"GET, /api/customers/me/wallet", "GET, /api/customers/me/wallet/entries",
			"POST, /api/customers/me/wallet/top-ups", "PUT, /internal/payments/me", "PUT, /internal/refunds/me/me" })
	void strangersAreAskedToLogIn(String method, String path) {
		var answer = this.api.send(HttpMethod.valueOf(method), path, null, new HttpHeaders());

		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.slug()).isEqualTo("unauthorized");
	}

	@Test
	void everyTokenHasItsDoor() {
		String service = TestTokens.service("order-service", "customer-service");
		String customer = this.api.customer().token();

		assertThat(get("/api/customers/me", service)).isEqualTo(401);
		assertThat(get("/api/customers/me", TestTokens.admin(UUID.randomUUID()))).isEqualTo(401);
		assertThat(get("/api/customers/me", customer)).isEqualTo(200);
		assertThat(pay(customer)).isEqualTo(401);
		assertThat(pay(TestTokens.service("order-service", "shop-service"))).isEqualTo(401);
		assertThat(pay(TestTokens.service("cart-service", "customer-service"))).isEqualTo(403);
		assertThat(pay(service)).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/auth/login, 405, method-not-allowed", "PUT, /api/customers, 405, method-not-allowed",
			"DELETE, /api/customers/me, 405, method-not-allowed", "GET, /api/nothing, 404, not-found",
			"GET, /internal/nothing, 404, not-found" })
	void whatIsNotThereIsSaidSo(String method, String path, int status, String slug) {
		String token = path.startsWith("/internal") ? TestTokens.service("order-service", "customer-service")
				: this.api.customer().token();

		var answer = this.api.send(HttpMethod.valueOf(method), path, null, Api.bearer(token));

		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.slug()).isEqualTo(slug);
	}

	@Test
	void bodiesHaveALimitAndAType() {
		String large = "{\"username\": \"%s\"}".formatted("a".repeat(1_100_000));
		HttpHeaders text = new HttpHeaders();
		text.setContentType(MediaType.TEXT_PLAIN);

		assertThat(this.api.post("/api/customers", large).slug()).isEqualTo("payload-too-large");
		assertThat(this.api.send(HttpMethod.POST, "/api/customers", "{}", text).slug())
			.isEqualTo("unsupported-media-type");
	}

	private int get(String path, String token) {
		return this.api.send(HttpMethod.GET, path, null, Api.bearer(token)).status();
	}

	private int pay(String token) {
		return this.api.send(HttpMethod.PUT, "/internal/payments/" + ID, "{}", Api.bearer(token)).status();
	}

}
