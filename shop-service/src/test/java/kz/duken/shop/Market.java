package kz.duken.shop;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.HttpClients;
import kz.duken.test.Neighbourhood;
import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service under test as owners, customers and other services use it. */
public final class Market {

	public static final String ADMIN = TestTokens.admin(UUID.randomUUID());

	public static final String CUSTOMER = TestTokens.customer(UUID.randomUUID());

	public static final String OWNER = TestTokens.customer(UUID.randomUUID());

	public static final String ORDERS = TestTokens.service("order-service", "shop-service");

	public static final String CARTS = TestTokens.service("cart-service", "shop-service");

	public static final String PRODUCTS = TestTokens.service("product-service", "shop-service");

	/** Reads prices as they were written, to the last digit. */
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private final RestTestClient http;

	private final int patience;

	/** As a good client does, it comes again when the service is too busy. */
	public Market(int port) {
		this(HttpClients.at(port), 100);
	}

	private Market(RestTestClient http, int patience) {
		this.http = http;
		this.patience = patience;
	}

	/** The same, but it takes an outage for an answer. */
	public Market once() {
		return new Market(this.http, 0);
	}

	public static String shopBody(String name, String city) {
		return """
				{"name": "%s", "city": "%s", "address": "Abay Avenue 109", "phone": "+7 727 000 00 01"}"""
			.formatted(name, city);
	}

	/** A shop of {@link #OWNER} that nobody else sees yet. */
	public UUID pendingShop() {
		return must(201, post("/api/shops", OWNER, shopBody("Shop " + UUID.randomUUID(), "Almaty"))).id();
	}

	/** A shop of {@link #OWNER} that sells. */
	public UUID shop() {
		UUID id = pendingShop();
		become(id, "ACTIVE");
		return id;
	}

	public void become(UUID shop, String status) {
		must(200, put("/api/shops/" + shop + "/status", ADMIN, "{\"status\": \"" + status + "\"}"));
	}

	/** A product that product-service knows. */
	public static UUID product(String name) {
		UUID id = UUID.randomUUID();
		Neighbourhood.stubs()
			.stubFor(WireMock.get("/internal/products/" + id)
				.willReturn(WireMock
					.okJson("{\"id\": \"%s\", \"name\": \"%s\", \"image\": null, \"new\": 1}".formatted(id, name))));
		return id;
	}

	public static String offers(UUID shop) {
		return "/api/shops/" + shop + "/offers";
	}

	public static String offer(UUID shop, UUID product) {
		return offers(shop) + "/" + product;
	}

	public Answer add(UUID shop, UUID product, String price, int stock) {
		return post(offers(shop), OWNER,
				"{\"productId\": \"%s\", \"price\": %s, \"stock\": %d}".formatted(product, price, stock));
	}

	/** A new product, offered by the shop. */
	public UUID offered(UUID shop, String price, int stock) {
		UUID product = product("Phone");
		must(201, add(shop, product, price, stock));
		return product;
	}

	public int stock(UUID shop, UUID product) {
		return must(200, get(offer(shop, product), OWNER)).number("/stock");
	}

	public static String line(UUID shop, UUID product, int quantity, String price) {
		return """
				{"productId": "%s", "shopId": "%s", "quantity": %d, "price": %s}""".formatted(product, shop, quantity,
				price);
	}

	public Answer reserve(UUID order, String... lines) {
		return reserveBy(order, "2999-01-01T00:00:00Z", lines);
	}

	public Answer reserveBy(UUID order, String deadline, String... lines) {
		return put("/internal/reservations/" + order, ORDERS,
				"{\"deadline\": \"%s\", \"lines\": [%s]}".formatted(deadline, String.join(",", lines)));
	}

	public Answer get(String path, @Nullable String token) {
		return call(HttpMethod.GET, path, token, null);
	}

	public Answer post(String path, @Nullable String token, String body) {
		return call(HttpMethod.POST, path, token, body);
	}

	public Answer put(String path, @Nullable String token, String body) {
		return call(HttpMethod.PUT, path, token, body);
	}

	public Answer putIfMatch(String path, String token, String body, String ifMatch) {
		return call(HttpMethod.PUT, path, token, body, MediaType.APPLICATION_JSON, ifMatch);
	}

	public Answer delete(String path, @Nullable String token) {
		return call(HttpMethod.DELETE, path, token, null);
	}

	public Answer call(HttpMethod method, String path, @Nullable String token, @Nullable String body) {
		return call(method, path, token, body, MediaType.APPLICATION_JSON, null);
	}

	public Answer call(HttpMethod method, String path, @Nullable String token, @Nullable String body, MediaType type,
			@Nullable String ifMatch) {
		return send(method, path, token, body, type,
				(ifMatch != null) ? Map.of(HttpHeaders.IF_MATCH, ifMatch) : Map.of());
	}

	/** Sends a price list of the shop. */
	public Answer upload(UUID shop, String parameters, String type, byte[] file) {
		return upload(shop, parameters, OWNER, type, file);
	}

	public Answer upload(UUID shop, String parameters, @Nullable String token, String type, byte[] file) {
		return send(HttpMethod.POST, offers(shop) + "/import" + parameters, token, file, MediaType.valueOf(type),
				Map.of());
	}

	public Answer send(HttpMethod method, String path, @Nullable String token, @Nullable Object body, MediaType type,
			Map<String, String> more) {
		Answer answer = sendOnce(method, path, token, body, type, more);
		for (int again = 0; answer.status() == 503 && again < this.patience; again++) {
			answer = sendOnce(method, path, token, body, type, more);
		}
		return answer;
	}

	private Answer sendOnce(HttpMethod method, String path, @Nullable String token, @Nullable Object body,
			MediaType type, Map<String, String> more) {
		RestTestClient.RequestBodySpec request = this.http.method(method).uri(URI.create(path));
		if (token != null) {
			request.headers((headers) -> headers.setBearerAuth(token));
		}
		more.forEach(request::header);
		if (body != null) {
			request.contentType(type).body(body);
		}
		var result = request.exchange().returnResult(byte[].class);
		byte[] content = result.getResponseBody();
		JsonNode json = (content != null && content.length > 0) ? JSON.readTree(content) : MissingNode.getInstance();
		return new Answer(result.getStatus().value(), result.getResponseHeaders(), json);
	}

	public static Answer must(int status, Answer answer) {
		if (answer.status() != status) {
			throw new AssertionError(answer);
		}
		return answer;
	}

}
