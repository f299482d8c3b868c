package kz.duken.order;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.json.JsonMapper;

/** Neighbours that do what a test says. */
class Neighbours {

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

	Neighbours(JsonMapper json) {
		this.json = json;
	}

	/** What confirms an order with a promo code, one after the other. */
	static List<UrlPattern> stepsToConfirmed() {
		return List.of(RESERVE, REDEEM, PAY, COMMIT, TAKE_OUT);
	}

	WireMockServer stubs() {
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
		stubs().stubFor(WireMock.put(TAKE_OUT).willReturn(WireMock.noContent()));
		for (Buyer buyer : buyers) {
			stubs().stubFor(WireMock.get("/internal/carts/" + buyer.id())
				.willReturn(WireMock.okJson(this.json.writeValueAsString(buyer.cartAnswer()))));
		}
	}

	/** The buyer has a promo code attached that takes so much off. */
	void hasPromoCode(Buyer buyer, String code, String discount) {
		Map<String, Object> cart = new HashMap<>(buyer.cartAnswer());
		cart.put("promoCode", code);
		cart.put("discount", new BigDecimal(discount));
		stubs().stubFor(WireMock.get("/internal/carts/" + buyer.id())
			.willReturn(WireMock.okJson(this.json.writeValueAsString(cart))));
	}

	/** The buyer's things and their shops have this in their names. */
	void callsThings(Buyer buyer, String what) {
		hasInNames(buyer, cartOf(buyer).replace("\"Product ", "\"Product " + what), what);
	}

	/** The buyer's shops have this in their names. */
	void callsShops(Buyer buyer, String what) {
		hasInNames(buyer, cartOf(buyer), what);
	}

	private String cartOf(Buyer buyer) {
		return this.json.writeValueAsString(buyer.cartAnswer());
	}

	private void hasInNames(Buyer buyer, String cart, String what) {
		stubs().stubFor(WireMock.get("/internal/carts/" + buyer.id())
			.willReturn(WireMock.okJson(cart.replace("\"Shop ", "\"Shop " + what))));
	}

	/** Prices move after the buyer's cart was read once; then it is this one. */
	void pricesMove(Buyer buyer, Map<String, Object> before, Map<String, Object> after) {
		String scenario = "prices of " + buyer.id();
		cart(buyer, scenario, Scenario.STARTED, before);
		cart(buyer, scenario, "moved", after);
	}

	private void cart(Buyer buyer, String scenario, String state, Map<String, Object> cart) {
		stubs().stubFor(WireMock.get("/internal/carts/" + buyer.id())
			.inScenario(scenario)
			.whenScenarioStateIs(state)
			.willSetStateTo("moved")
			.willReturn(WireMock.okJson(this.json.writeValueAsString(cart))));
	}

	/** Somebody owns the shop. */
	UUID owns(UUID shopId, String status) {
		UUID owner = UUID.randomUUID();
		stubs()
			.stubFor(WireMock.get("/internal/shops/" + shopId)
				.willReturn(WireMock
					.okJson("{\"id\": \"%s\", \"name\": \"A shop\", \"ownerId\": \"%s\", \"status\": \"%s\"}"
						.formatted(shopId, owner, status))));
		return owner;
	}

	void answers(UrlPattern call, Object answer) {
		String body = (answer instanceof String text) ? text : this.json.writeValueAsString(answer);
		stubs().stubFor(WireMock.put(call).willReturn(WireMock.okJson(body)));
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
			stubs().stubFor(stub);
		}
	}

	/** This call fails in this way until {@link #heals()}. */
	void fails(UrlPattern call, ResponseDefinitionBuilder failure) {
		stubs().stubFor(WireMock.any(call).atPriority(1).willReturn(failure));
	}

	void heals() {
		stubs().getStubMappings()
			.stream()
			.filter((stub) -> Integer.valueOf(1).equals(stub.getPriority()))
			.forEach(stubs()::removeStub);
	}

	static ResponseDefinitionBuilder lostAnswer() {
		return WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
	}

	static ResponseDefinitionBuilder outage() {
		return WireMock.serverError();
	}

	/** Until long after nobody waits for an answer any more. */
	static ResponseDefinitionBuilder silence() {
		return WireMock.aResponse().withFixedDelay(10_000);
	}

	int calls(UrlPattern call, UUID id) {
		return stubs().findAll(RequestPatternBuilder.newRequestPattern(RequestMethod.ANY, call))
			.stream()
			.filter((request) -> request.getUrl().contains(id.toString()))
			.toList()
			.size();
	}

}
