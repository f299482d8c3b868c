package kz.duken.category;

import java.util.Map;
import java.util.UUID;

import kz.duken.test.ServiceTest;
import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class AccessTests {

	@Autowired
	private RestTestClient client;

	private Calls calls;

	@BeforeEach
	void calls() {
		this.calls = new Calls(this.client);
		Calls.productServiceCounts(Map.of());
	}

	@Test
	void everybodyReads() {
		assertThat(this.calls.get("/api/categories").status()).isEqualTo(200);
		assertThat(this.calls.get("/api/categories", Calls.CUSTOMER).status()).isEqualTo(200);
		assertThat(this.calls.get("/api/categories", "no-token").status()).isEqualTo(401);
		assertThat(this.calls.get("/api/categories", Calls.PRODUCT_SERVICE).status()).isEqualTo(401);
	}

	@Test
	void onlyAdministratorsChange() {
		UUID id = this.calls.created(null);
		assertThat(changes(id, null)).containsOnly(401);
		assertThat(changes(id, Calls.CUSTOMER)).containsOnly(403);
		assertThat(changes(id, Calls.PRODUCT_SERVICE)).containsOnly(401);
		assertThat(this.calls.get("/api/categories/" + id).status()).isEqualTo(200);
	}

	private int[] changes(UUID id, @Nullable String token) {
		return new int[] { this.calls.call(HttpMethod.POST, "/api/categories", token, "{\"name\": \"x\"}").status(),
				this.calls.call(HttpMethod.PUT, "/api/categories/" + id, token, "{\"name\": \"x\"}").status(),
				this.calls.call(HttpMethod.DELETE, "/api/categories/" + id, token, null).status() };
	}

	@Test
	void onlyTheProductServiceFollows() {
		String feed = "/internal/categories/feed";
		assertThat(this.calls.get(feed).status()).isEqualTo(401);
		assertThat(this.calls.get(feed, Calls.ADMIN).status()).isEqualTo(401);
		assertThat(this.calls.get(feed, TestTokens.service("order-service", "category-service")).status())
			.isEqualTo(403);
		assertThat(this.calls.get(feed, TestTokens.service("product-service", "shop-service")).status()).isEqualTo(401);
		assertThat(this.calls.get(feed, Calls.PRODUCT_SERVICE).status()).isEqualTo(200);
	}

	@Test
	void theServiceIsAliveAndReady() {
		assertThat(this.calls.get("/livez").status()).isEqualTo(200);
		assertThat(this.calls.get("/readyz").status()).isEqualTo(200);
	}

}
