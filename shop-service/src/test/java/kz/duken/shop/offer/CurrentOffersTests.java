package kz.duken.shop.offer;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CurrentOffersTests extends MarketTest {

	@Test
	void offersAreToldAsTheyAreNow() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10.5", 3);
		Answer found = query(key(product, shop), key(product, UUID.randomUUID()), key(product, shop));
		assertThat(found.body().path("offers").size()).isEqualTo(1);
		assertThat(found.body().at("/offers/0").propertyNames()).containsExactly("productId", "shopId", "shopName",
				"shopStatus", "price", "stock", "live");
		assertThat(found.text("/offers/0/price")).isEqualTo("10.50");
		assertThat(found.number("/offers/0/stock")).isEqualTo(3);
		assertThat(found.body().at("/offers/0/live").booleanValue()).isTrue();
	}

	@Test
	void aDeletedOfferAndOneOfASuspendedShopAreNotLive() {
		UUID shop = this.market.shop();
		UUID deleted = this.market.offered(shop, "10", 3);
		this.market.delete(Market.offer(shop, deleted), Market.OWNER);
		UUID suspended = this.market.shop();
		UUID product = this.market.offered(suspended, "10", 3);
		this.market.become(suspended, "SUSPENDED");
		Answer found = query(key(deleted, shop), key(product, suspended));
		assertThat(found.body().path("offers").findValuesAsString("live")).containsExactly("false", "false");
		assertThat(found.body().path("offers").findValuesAsString("shopStatus")).containsExactly("ACTIVE", "SUSPENDED");
		assertThat(found.body().path("offers").findValuesAsString("price")).containsExactly("10.00", "10.00");
	}

	@Test
	void upToAHundredAreToldAtOnce() {
		String[] keys = new String[101];
		Arrays.setAll(keys, (i) -> key(UUID.randomUUID(), UUID.randomUUID()));
		assertThat(query(keys).pointer()).isEqualTo("/offers");
		assertThat(query(Arrays.copyOf(keys, 100)).body().path("offers").isEmpty()).isTrue();
		assertThat(query().body().path("offers").isEmpty()).isTrue();
		assertThat(query("{\"productId\": null, \"shopId\": null}").status()).isEqualTo(400);
	}

	@Test
	void theBestOfferIsInStockCheapestAndMadeFirst() {
		UUID product = this.market.offered(this.market.shop(), "5", 0);
		assertThat(best(product).body().path("offer").isNull()).isTrue();
		assertThat(best(product).number("/liveOffers")).isEqualTo(1);
		UUID dear = this.market.shop();
		Market.must(201, this.market.add(dear, product, "12", 1));
		assertThat(best(product).text("/offer/shopId")).isEqualTo(dear.toString());
		UUID first = this.market.shop();
		Market.must(201, this.market.add(first, product, "10", 1));
		Market.must(201, this.market.add(this.market.shop(), product, "10", 1));
		assertThat(best(product).text("/offer/shopId")).isEqualTo(first.toString());
		assertThat(best(product).number("/liveOffers")).isEqualTo(4);
		this.market.become(first, "SUSPENDED");
		assertThat(best(product).text("/offer/shopId")).isNotEqualTo(first.toString());
		assertThat(best(product).number("/liveOffers")).isEqualTo(3);
	}

	@Test
	void aProductThatNobodyOffersHasNoBestOffer() {
		Answer best = best(UUID.randomUUID());
		assertThat(best.body().path("offer").isNull()).isTrue();
		assertThat(best.number("/liveOffers")).isZero();
	}

	private Answer best(UUID product) {
		return this.market.get("/internal/products/" + product + "/best-offer", Market.CARTS);
	}

	private Answer query(String... keys) {
		return this.market.post("/internal/offers/query", Market.CARTS,
				"{\"offers\": [" + Arrays.stream(keys).collect(Collectors.joining(",")) + "]}");
	}

	private static String key(UUID product, UUID shop) {
		return "{\"productId\": \"%s\", \"shopId\": \"%s\"}".formatted(product, shop);
	}

}
