package kz.duken.order;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import kz.duken.test.Neighbourhood;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The order service as its clients see it, with neighbours that do what a test says. */
class Store {

	static final UrlPattern CART = WireMock.urlPathMatching("/internal/carts/[^/]+");

	static final UrlPattern RESERVE = WireMock.urlPathMatching("/internal/reservations/[^/]+");

	static final UrlPattern PAY = WireMock.urlPathMatching("/internal/payments/[^/]+");

	static final UrlPattern COMMIT = WireMock.urlPathMatching("/internal/reservations/[^/]+/commit");

	static final UrlPattern TAKE_OUT = WireMock.urlPathMatching("/internal/carts/[^/]+/orders/[^/]+");

	static final UrlPattern RELEASE = WireMock.urlPathMatching("/internal/reservations/[^/]+/release");

	static final UrlPattern RESTOCK = WireMock.urlPathMatching("/internal/restocks/[^/]+/[^/]+");

	static final UrlPattern REFUND = WireMock.urlPathMatching("/internal/refunds/[^/]+/[^/]+");

	static final UrlPattern CREDIT = WireMock.urlPathMatching("/internal/credits/[^/]+/[^/]+");

	static final UrlPattern REDEEM = WireMock.urlPathMatching("/internal/redemptions/[^/]+");

	static final UrlPattern UNREDEEM = WireMock.urlPathMatching("/internal/redemptions/[^/]+/release");

	private final JsonMapper json;

	private final Environment environment;

	Store(JsonMapper json, Environment environment) {
		this.json = json;
		this.environment = environment;
	}

	/** A client that sends a request once, whatever the answer. */
	RestTestClient client() {
		return RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
			.baseUrl("http://127.0.0.1:" + this.environment.getProperty("local.server.port"))
			.build();
	}

	/** An answer of the service. */
	record Answer(int status, Map<String, List<String>> headers, JsonNode body) {

		String header(String name) {
			return this.headers.getOrDefault(name, List.of("")).getFirst();
		}

		String slug() {
			return this.body.path("type").asString("").replace("/problems/", "");
		}

		String orderStatus() {
			return this.body.path("status").asString("");
		}

		UUID orderId() {
			return UUID.fromString(this.body.path("id").asString());
		}

	}

	WireMockServer neighbours() {
		return Neighbourhood.stubs();
	}

	/** All neighbours agree to everything; this is what the buyer has in his cart. */
	void isWell(Buyer... buyers) {
		answers(RESERVE, "{\"outcome\": \"RESERVED\", \"lines\": []}");
		answers(PAY, "{\"outcome\": \"PAID\", \"balance\": 1000.10}");
		answers(COMMIT, "{\"outcome\": \"COMMITTED\"}");
		answers(RELEASE, "{\"outcome\": \"RELEASED\"}");
		answers(RESTOCK, "{\"outcome\": \"RESTOCKED\"}");
		answers(REFUND, "{\"outcome\": \"REFUNDED\"}");
		answers(CREDIT, "{\"outcome\": \"CREDITED\"}");
		answers(REDEEM, "{\"outcome\": \"REDEEMED\", \"reason\": null}");
		answers(UNREDEEM, "{\"outcome\": \"RELEASED\"}");
		neighbours().stubFor(WireMock.put(TAKE_OUT).willReturn(WireMock.noContent()));
		for (Buyer buyer : buyers) {
			neighbours().stubFor(WireMock.get("/internal/carts/" + buyer.id())
				.willReturn(WireMock.okJson(this.json.writeValueAsString(buyer.cartAnswer()))));
		}
	}

	/** The buyer has a promo code attached that takes so much off. */
	void hasPromoCode(Buyer buyer, String code, String discount) {
		Map<String, Object> cart = new HashMap<>(buyer.cartAnswer());
		cart.put("promoCode", code);
		cart.put("discount", new BigDecimal(discount));
		neighbours().stubFor(WireMock.get("/internal/carts/" + buyer.id())
			.willReturn(WireMock.okJson(this.json.writeValueAsString(cart))));
	}

	/** The buyer's things and their shops have this in their names. */
	void callsThings(Buyer buyer, String what) {
		String cart = this.json.writeValueAsString(buyer.cartAnswer())
			.replace("\"Shop ", "\"Shop " + what)
			.replace("\"Product ", "\"Product " + what);
		neighbours().stubFor(WireMock.get("/internal/carts/" + buyer.id()).willReturn(WireMock.okJson(cart)));
	}

	/** Prices move after the buyer's cart was read once; then it is this one. */
	void pricesMove(Buyer buyer, Map<String, Object> before, Map<String, Object> after) {
		String scenario = "prices of " + buyer.id();
		cart(buyer, scenario, Scenario.STARTED, before);
		cart(buyer, scenario, "moved", after);
	}

	private void cart(Buyer buyer, String scenario, String state, Map<String, Object> cart) {
		neighbours().stubFor(WireMock.get("/internal/carts/" + buyer.id())
			.inScenario(scenario)
			.whenScenarioStateIs(state)
			.willSetStateTo("moved")
			.willReturn(WireMock.okJson(this.json.writeValueAsString(cart))));
	}

	/** Somebody owns the shop. */
	UUID owns(UUID shopId, String status) {
		UUID owner = UUID.randomUUID();
		neighbours()
			.stubFor(WireMock.get("/internal/shops/" + shopId)
				.willReturn(WireMock
					.okJson("{\"id\": \"%s\", \"name\": \"A shop\", \"ownerId\": \"%s\", \"status\": \"%s\"}"
						.formatted(shopId, owner, status))));
		return owner;
	}

	void answers(UrlPattern call, Object answer) {
		String body = (answer instanceof String text) ? text : this.json.writeValueAsString(answer);
		neighbours().stubFor(WireMock.put(call).willReturn(WireMock.okJson(body)));
	}

	/** This call fails in this way so many times, then it is as it was. */
	void fails(UrlPattern call, int times, ResponseDefinitionBuilder failure) {
		String scenario = call.toString();
		for (int i = 0; i < times; i++) {
			MappingBuilder stub = WireMock.any(call)
				.atPriority(1)
				.inScenario(scenario)
				.whenScenarioStateIs((i == 0) ? Scenario.STARTED : String.valueOf(i))
				.willSetStateTo(String.valueOf(i + 1))
				.willReturn(failure);
			neighbours().stubFor(stub);
		}
	}

	/** This call fails in this way until {@link #heals()}. */
	void fails(UrlPattern call, ResponseDefinitionBuilder failure) {
		neighbours().stubFor(WireMock.any(call).atPriority(1).willReturn(failure));
	}

	void heals() {
		neighbours().getStubMappings()
			.stream()
			.filter((stub) -> Integer.valueOf(1).equals(stub.getPriority()))
			.forEach(neighbours()::removeStub);
	}

	static ResponseDefinitionBuilder lostAnswer() {
		return WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
	}

	static ResponseDefinitionBuilder outage() {
		return WireMock.serverError();
	}

	static ResponseDefinitionBuilder silence() {
		return WireMock.aResponse().withFixedDelay(2500);
	}

	int calls(UrlPattern call, UUID id) {
		return neighbours().findAll(RequestPatternBuilder.newRequestPattern(RequestMethod.ANY, call))
			.stream()
			.filter((request) -> request.getUrl().contains(id.toString()))
			.toList()
			.size();
	}

	Answer order(Buyer buyer) {
		return order(buyer, UUID.randomUUID().toString());
	}

	Answer order(Buyer buyer, String key) {
		return order(buyer, key, body(buyer));
	}

	Answer order(Buyer buyer, String key, Object body) {
		return answer(client().post()
			.uri("/api/orders")
			.headers((headers) -> headers.setBearerAuth(buyer.token()))
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.body((body instanceof String) ? body : this.json.writeValueAsString(body))
			.exchange());
	}

	String body(Buyer buyer) {
		return """
				{"deliveryAddress": {"city": "Алматы", "street": "Абая", "building": "10", "recipient": "Айгерим",
				"phone": "+7 (701) 123-45-67"}, "expectedTotal": %s, "comment": "Позвоните\\nзаранее"}
				""".formatted(buyer.total());
	}

	Answer get(String token, String path) {
		return answer(client().get().uri(path).headers((headers) -> headers.setBearerAuth(token)).exchange());
	}

	Answer post(String token, String path) {
		return answer(client().post().uri(path).headers((headers) -> headers.setBearerAuth(token)).exchange());
	}

	Answer order(Buyer buyer, UUID orderId) {
		return get(buyer.token(), "/api/orders/" + orderId);
	}

	Answer cancel(Buyer buyer, UUID orderId) {
		return post(buyer.token(), "/api/orders/" + orderId + "/cancel");
	}

	/** What happened to the order, oldest first. */
	List<String> history(Buyer buyer, UUID orderId) {
		return get(buyer.token(), "/api/orders/" + orderId + "/history").body()
			.path("items")
			.valueStream()
			.map((entry) -> entry.path("type").asString())
			.toList();
	}

	Answer answer(RestTestClient.ResponseSpec response) {
		EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		result.getResponseHeaders().forEach(headers::put);
		byte[] body = result.getResponseBody();
		return new Answer(result.getStatus().value(), headers,
				(body != null && body.length > 0) ? this.json.readTree(body) : this.json.createObjectNode());
	}

}
