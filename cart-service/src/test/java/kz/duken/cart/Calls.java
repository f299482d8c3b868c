package kz.duken.cart;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Calls of the service under test: a customer's or a guest's, and order-service's for
 * him.
 */
final class Calls {

	static final String ORDER_SERVICE = TestTokens.service("order-service", "cart-service");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final RestTestClient client;

	private final UUID customer = UUID.randomUUID();

	private final @Nullable String token;

	private @Nullable String cartToken;

	/** A customer's. */
	Calls(RestTestClient client) {
		this.client = client;
		this.token = TestTokens.customer(this.customer);
	}

	private Calls(RestTestClient client, @Nullable String cartToken) {
		this.client = client;
		this.token = null;
		this.cartToken = cartToken;
	}

	/** A guest's, who keeps the token that he is given. */
	static Calls ofGuest(RestTestClient client) {
		return new Calls(client, null);
	}

	/** Those of a guest who sends this token. */
	static Calls ofGuest(RestTestClient client, String cartToken) {
		return new Calls(client, cartToken);
	}

	record Answer(int status, HttpHeaders headers, JsonNode body) {

		String slug() {
			return this.body.path("type").stringValue("").replaceFirst(".*/problems/", "");
		}

		String pointer() {
			return this.body.at("/errors/0/pointer").stringValue("none");
		}

		List<String> notices() {
			return this.body.path("notices").findValuesAsString("kind");
		}

		List<Integer> quantities() {
			return this.body.path("items").findValues("quantity").stream().map(JsonNode::intValue).toList();
		}

		BigDecimal amount(String name) {
			return this.body.path(name).decimalValue();
		}

		JsonNode item(int index) {
			return this.body.path("items").path(index);
		}

		String itemId(int index) {
			return item(index).path("id").stringValue();
		}

	}

	UUID customer() {
		return this.customer;
	}

	@Nullable String cartToken() {
		return this.cartToken;
	}

	Answer merge(@Nullable String guestsToken) {
		this.cartToken = guestsToken;
		Answer answer = call(HttpMethod.POST, "/api/cart/merge", this.token, null);
		this.cartToken = null;
		return answer;
	}

	Answer attach(String code) {
		return own(HttpMethod.PUT, "/api/cart/promo-code", Map.of("code", code));
	}

	Answer detach() {
		return call(HttpMethod.DELETE, "/api/cart/promo-code", this.token, null);
	}

	Answer cart() {
		return call(HttpMethod.GET, "/api/cart", this.token, null);
	}

	Answer clear() {
		return call(HttpMethod.DELETE, "/api/cart", this.token, null);
	}

	Answer add(UUID productId, int quantity) {
		return own(HttpMethod.POST, "/api/cart/items", Map.of("productId", productId, "quantity", quantity));
	}

	Answer add(UUID productId, UUID shopId, int quantity) {
		return own(HttpMethod.POST, "/api/cart/items",
				Map.of("productId", productId, "shopId", shopId, "quantity", quantity));
	}

	Answer change(String itemId, int quantity) {
		return own(HttpMethod.PUT, "/api/cart/items/" + itemId, Map.of("quantity", quantity));
	}

	Answer remove(String itemId) {
		return call(HttpMethod.DELETE, "/api/cart/items/" + itemId, this.token, null);
	}

	Answer own(HttpMethod method, String path, Map<String, ?> body) {
		return own(method, path, JSON.writeValueAsString(body));
	}

	Answer own(HttpMethod method, String path, String body) {
		return call(method, path, this.token, body);
	}

	Answer checkout() {
		return call(HttpMethod.GET, "/internal/carts/" + this.customer, ORDER_SERVICE, null);
	}

	Answer ordered(UUID orderId, Object... lines) {
		return call(HttpMethod.PUT, "/internal/carts/" + this.customer + "/orders/" + orderId, ORDER_SERVICE,
				JSON.writeValueAsString(Map.of("lines", lines)));
	}

	Answer call(HttpMethod method, String path, @Nullable String bearer, @Nullable String body) {
		return call(method, path, bearer, body, MediaType.APPLICATION_JSON);
	}

	Answer call(HttpMethod method, String path, @Nullable String bearer, @Nullable String body, MediaType type) {
		RestTestClient.RequestBodySpec request = this.client.method(method).uri(URI.create(path));
		if (bearer != null) {
			request.headers((headers) -> headers.setBearerAuth(bearer));
		}
		if (this.cartToken != null) {
			request.header("X-Cart-Token", this.cartToken);
		}
		if (body != null) {
			request.contentType(type).body(body);
		}
		var result = request.exchange().returnResult(byte[].class);
		byte[] content = result.getResponseBody();
		JsonNode json = (content != null && content.length > 0) ? JSON.readTree(content) : MissingNode.getInstance();
		String given = result.getResponseHeaders().getFirst("X-Cart-Token");
		this.cartToken = (given != null) ? given : this.cartToken;
		return new Answer(result.getStatus().value(), result.getResponseHeaders(), json);
	}

}
