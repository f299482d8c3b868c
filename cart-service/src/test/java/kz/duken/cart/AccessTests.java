package kz.duken.cart;

import java.util.List;
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
	}

	@Test
	void aCartNeedsNoCustomerButATokenMustBeOne() {
		assertThat(publicCalls(null)).containsExactly(200, 200, 400, 404, 404, 404, 200);
		assertThat(publicCalls("no-token")).containsOnly(401);
		assertThat(publicCalls(Calls.ORDER_SERVICE)).containsOnly(401);
		assertThat(publicCalls(TestTokens.admin(UUID.randomUUID()))).doesNotContain(401, 403, 500);
	}

	@Test
	void onlyCustomersMerge() {
		String token = TestTokens.customer(this.calls.customer());
		assertThat(status(HttpMethod.POST, "/api/cart/merge", null, null)).isEqualTo(401);
		assertThat(status(HttpMethod.POST, "/api/cart/merge", token, null)).isEqualTo(400);
	}

	@Test
	void promoCodesAreTheAdministratorsBusiness() {
		assertThat(promoCalls(null)).containsOnly(401);
		assertThat(promoCalls(TestTokens.customer(UUID.randomUUID()))).containsOnly(403);
		assertThat(promoCalls(TestTokens.admin(UUID.randomUUID()))).containsExactly(200, 400, 404);
	}

	private List<Integer> promoCalls(@Nullable String token) {
		return List.of(status(HttpMethod.GET, "/api/promo-codes", token, null),
				status(HttpMethod.POST, "/api/promo-codes", token, "{}"),
				status(HttpMethod.DELETE, "/api/promo-codes/NO-SUCH", token, null));
	}

	private List<Integer> publicCalls(@Nullable String token) {
		String item = "/api/cart/items/" + UUID.randomUUID();
		return List.of(status(HttpMethod.GET, "/api/cart", token, null),
				status(HttpMethod.DELETE, "/api/cart", token, null),
				status(HttpMethod.POST, "/api/cart/items", token, "{}"),
				status(HttpMethod.PUT, item, token, "{\"quantity\": 1}"), status(HttpMethod.DELETE, item, token, null),
				status(HttpMethod.PUT, "/api/cart/promo-code", token, "{\"code\": \"NO-SUCH\"}"),
				status(HttpMethod.DELETE, "/api/cart/promo-code", token, null));
	}

	@Test
	void checkoutsAreTheOrderServicesBusiness() {
		assertThat(internalCalls(null)).containsOnly(401);
		assertThat(internalCalls(TestTokens.admin(this.calls.customer()))).containsOnly(401);
		assertThat(internalCalls(TestTokens.service("order-service", "shop-service"))).containsOnly(401);
		assertThat(internalCalls(TestTokens.service("shop-service", "cart-service"))).containsOnly(403);
		assertThat(internalCalls(Calls.ORDER_SERVICE)).containsExactly(200, 204, 400, 200);
	}

	private List<Integer> internalCalls(@Nullable String token) {
		String cart = "/internal/carts/" + UUID.randomUUID();
		return List.of(status(HttpMethod.GET, cart, token, null),
				status(HttpMethod.PUT, cart + "/orders/" + UUID.randomUUID(), token, "{\"lines\": []}"),
				status(HttpMethod.PUT, "/internal/redemptions/" + UUID.randomUUID(), token, "{}"),
				status(HttpMethod.PUT, "/internal/redemptions/" + UUID.randomUUID() + "/release", token, null));
	}

	private int status(HttpMethod method, String path, @Nullable String token, @Nullable String body) {
		return this.calls.call(method, path, token, body).status();
	}

	@Test
	void theServiceIsAliveAndReady() {
		assertThat(status(HttpMethod.GET, "/livez", null, null)).isEqualTo(200);
		assertThat(status(HttpMethod.GET, "/readyz", null, null)).isEqualTo(200);
	}

}
