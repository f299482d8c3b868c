package kz.duken.product;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import kz.duken.test.ServiceTest;
import kz.duken.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import static kz.duken.product.Callers.admin;
import static kz.duken.product.Callers.customer;
import static kz.duken.product.Callers.service;
import static kz.duken.product.Callers.stranger;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class AccessTests {

	private final Callers callers;

	AccessTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@ParameterizedTest
	@CsvSource({ "POST, /api/products", "PUT, /api/products/{id}", "DELETE, /api/products/{id}" })
	void onlyAdministratorsWriteCards(String method, String path) {
		assertThat(status(stranger(), method, path)).isEqualTo(401);
		assertThat(status(customer(), method, path)).isEqualTo(403);
		assertThat(status(service("shop-service"), method, path)).isEqualTo(401);
		assertThat(status(admin(), method, path)).isIn(400, 404);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/products", "GET, /api/products/{id}", "GET, /api/products/{id}/offers" })
	void everybodyReads(String method, String path) {
		assertThat(List.of(status(stranger(), method, path), status(customer(), method, path))).isSubsetOf(200, 404);
		assertThat(status((headers) -> headers.setBearerAuth("nonsense"), method, path)).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /internal/products, category-service", "GET, /internal/products/counts, category-service",
			"GET, /internal/products/{id}, shop-service cart-service",
			"POST, /internal/products/names, shop-service cart-service", "PUT, /internal/products/{id}, shop-service",
			"PUT, /internal/categories/{id}/retire, category-service" })
	void eachServiceMayAskItsOwn(String method, String path, String callers) {
		assertThat(status(stranger(), method, path)).isEqualTo(401);
		assertThat(status(admin(), method, path)).isEqualTo(401);
		for (String service : List.of("category-service", "shop-service", "cart-service", "order-service",
				"customer-service")) {
			int status = status(service(service), method, path);
			if (callers.contains(service)) {
				assertThat(status).isIn(200, 400, 404);
			}
			else {
				assertThat(status).isEqualTo(403);
			}
		}
	}

	@Test
	void aTokenForAnotherServiceIsNone() {
		String token = TestTokens.service("shop-service", "cart-service");

		assertThat(status((headers) -> headers.setBearerAuth(token), "GET", "/internal/products/{id}")).isEqualTo(401);
	}

	private int status(Consumer<HttpHeaders> caller, String method, String path) {
		HttpMethod verb = HttpMethod.valueOf(method);
		String body = verb.equals(HttpMethod.GET) || path.endsWith("retire") ? "" : "{}";
		return this.callers
			.call(caller, verb, verb.equals(HttpMethod.DELETE) ? "" : body, path,
					path.contains("{") ? new Object[] { UUID.randomUUID() } : new Object[0])
			.status();
	}

}
