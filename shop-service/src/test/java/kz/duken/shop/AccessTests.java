package kz.duken.shop;

import java.util.UUID;

import kz.duken.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTests extends MarketTest {

	private static final String ID = "019a0000-0000-7000-8000-000000000001";

	@ParameterizedTest
	@CsvSource({ "POST,/api/shops", "PUT,/api/shops/ID", "PUT,/api/shops/ID/status", "POST,/api/shops/ID/offers",
			"PUT,/api/shops/ID/offers/ID", "DELETE,/api/shops/ID/offers/ID", "POST,/api/shops/ID/offers/import",
			"GET,/api/shops/ID/wallet", "GET,/api/shops/ID/wallet/entries", "POST,/api/shops/ID/wallet/payouts" })
	void writingAndMoneyNeedALogin(String method, String path) {
		HttpMethod verb = HttpMethod.valueOf(method);
		assertThat(this.market.call(verb, path.replace("ID", ID), null, "{}").slug()).isEqualTo("unauthorized");
		assertThat(this.market.call(verb, path.replace("ID", ID), "made.up.token", "{}").slug())
			.isEqualTo("unauthorized");
		assertThat(this.market.call(verb, path.replace("ID", ID), Market.ORDERS, "{}").slug())
			.isEqualTo("unauthorized");
	}

	@ParameterizedTest
	@CsvSource({ "/api/shops", "/api/shops/ID", "/api/shops/ID/offers", "/api/shops/ID/offers/ID",
			"/api/shops/ID/offers/ID/history" })
	void aBadTokenIsRefusedWhereNoneIsNeeded(String path) {
		assertThat(this.market.get(path.replace("ID", ID), "made.up.token").slug()).isEqualTo("unauthorized");
		assertThat(this.market.get(path.replace("ID", ID), null).status()).isIn(200, 404);
	}

	@ParameterizedTest
	@CsvSource({ "PUT,/internal/reservations/ID,order-service", "PUT,/internal/reservations/ID/commit,order-service",
			"PUT,/internal/reservations/ID/release,order-service", "PUT,/internal/restocks/ID/ID,order-service",
			"POST,/internal/offers/query,cart-service", "GET,/internal/products/ID/best-offer,cart-service",
			"GET,/internal/offers/feed,product-service", "GET,/internal/shops/feed,product-service",
			"PUT,/internal/cards/ID/retire,product-service" })
	void insideEachServiceMayCallItsOwn(String method, String path, String caller) {
		HttpMethod verb = HttpMethod.valueOf(method);
		String body = verb.equals(HttpMethod.GET) ? null : "{}";
		String target = path.replace("ID", UUID.randomUUID().toString());
		for (String service : new String[] { "order-service", "cart-service", "product-service", "category-service",
				"shop-service" }) {
			Answer answer = this.market.call(verb, target, TestTokens.service(service, "shop-service"), body);
			if (service.equals(caller)) {
				assertThat(answer.status()).isNotIn(401, 403, 404, 405, 500);
			}
			else {
				assertThat(answer.slug()).isEqualTo("forbidden");
			}
		}
		assertThat(this.market.call(verb, target, null, body).slug()).isEqualTo("unauthorized");
		assertThat(this.market.call(verb, target, Market.ADMIN, body).slug()).isEqualTo("unauthorized");
		assertThat(this.market.call(verb, target, TestTokens.service(caller, "order-service"), body).slug())
			.isEqualTo("unauthorized");
	}

	@Test
	void anothersOffersAreSeenButNotChanged() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		String offer = Market.offer(shop, product);
		assertThat(this.market.get(offer, Market.CUSTOMER).status()).isEqualTo(200);
		assertThat(this.market.put(offer, Market.CUSTOMER, "{\"price\": 1}").slug()).isEqualTo("forbidden");
		assertThat(this.market.delete(offer, Market.CUSTOMER).slug()).isEqualTo("forbidden");
		assertThat(this.market
			.post(Market.offers(shop), Market.CUSTOMER,
					"{\"productId\": \"" + Market.product("x") + "\", \"price\": 1, \"stock\": 1}")
			.slug()).isEqualTo("forbidden");
		this.market.become(shop, "SUSPENDED");
		assertThat(this.market.get(offer, Market.CUSTOMER).slug()).isEqualTo("not-found");
		assertThat(this.market.put(offer, Market.CUSTOMER, "{\"price\": 1}").slug()).isEqualTo("not-found");
		assertThat(this.market.put(offer, Market.ADMIN, "{\"price\": 11}").status()).isEqualTo(200);
		assertThat(this.market.put(offer, Market.OWNER, "{\"price\": 12}").status()).isEqualTo(200);
	}

}
