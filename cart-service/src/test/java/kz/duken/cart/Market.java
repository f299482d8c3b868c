package kz.duken.cart;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import kz.duken.test.Neighbourhood;
import tools.jackson.databind.json.JsonMapper;

/** What shops offer in a test. */
final class Market {

	private static final UrlPattern OFFERS = WireMock.urlEqualTo("/internal/offers/query");

	private final Map<String, Map<String, Object>> offers = new LinkedHashMap<>();

	/** A product with a card that nobody offers. */
	UUID product() {
		UUID id = UUID.randomUUID();
		answer("/internal/products/" + id, Map.of("id", id, "name", "Phone " + id, "image", "/images/" + id + ".svg"));
		Map<String, Object> nothing = new HashMap<>();
		nothing.put("offer", null);
		nothing.put("liveOffers", 0);
		answer("/internal/products/" + id + "/best-offer", nothing);
		offersAre();
		return id;
	}

	/** A product that a shop has plenty of. */
	UUID offered() {
		UUID product = product();
		offer(product, "10", 1000);
		return product;
	}

	/** Makes a shop offer the product, as its best offer. */
	UUID offer(UUID productId, String price, int stock) {
		UUID shopId = UUID.randomUUID();
		offer(productId, shopId, price, stock, true);
		answer("/internal/products/" + productId + "/best-offer",
				Map.of("offer", this.offers.get(productId + "/" + shopId), "liveOffers", 1));
		return shopId;
	}

	/** Makes or changes an offer; one that is not live has ended. */
	void offer(UUID productId, UUID shopId, String price, int stock, boolean live) {
		offer(productId, shopId, "ACTIVE", price, stock, live);
	}

	/** Makes an offer one of a shop that customers do not see. */
	void hide(UUID productId, UUID shopId) {
		offer(productId, shopId, "SUSPENDED", "10", 50, false);
	}

	private void offer(UUID productId, UUID shopId, String shopStatus, String price, int stock, boolean live) {
		this.offers.put(productId + "/" + shopId,
				Map.of("productId", productId, "shopId", shopId, "shopName", "Shop " + shopId, "shopStatus", shopStatus,
						"price", new BigDecimal(price), "stock", stock, "live", live));
		offersAre();
	}

	private void offersAre() {
		Neighbourhood.stubs().stubFor(WireMock.post(OFFERS).willReturn(json(Map.of("offers", this.offers.values()))));
	}

	void shopsAreDown() {
		Neighbourhood.stubs()
			.stubFor(WireMock.any(WireMock.urlMatching("/internal/(offers/query|products/.*/best-offer)"))
				.willReturn(WireMock.serverError()));
	}

	void shopsAreBack() {
		offersAre();
	}

	void productsAreDown() {
		Neighbourhood.stubs()
			.stubFor(WireMock.get(WireMock.urlMatching("/internal/products/[0-9a-f-]{36}"))
				.willReturn(WireMock.serverError()));
	}

	static void shopsWereAsked(int times) {
		Neighbourhood.stubs().verify(times, WireMock.postRequestedFor(OFFERS));
	}

	private static void answer(String path, Object body) {
		Neighbourhood.stubs().stubFor(WireMock.get(path).willReturn(json(body)));
	}

	private static ResponseDefinitionBuilder json(Object body) {
		return WireMock.okJson(JsonMapper.shared().writeValueAsString(body));
	}

}
