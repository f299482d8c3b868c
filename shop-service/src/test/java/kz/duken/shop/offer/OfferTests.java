package kz.duken.shop.offer;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import kz.duken.test.AllAtOnce;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OfferTests extends MarketTest {

	@Test
	void anOfferIsMadeAndSeenByAll() {
		UUID shop = this.market.shop();
		UUID product = Market.product("Samsung Galaxy S25");
		Answer made = this.market.post(Market.offers(shop), Market.OWNER,
				"{\"productId\": \"%s\", \"sku\": \"S-25\", \"price\": 349990.5, \"stock\": 7}".formatted(product));
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.headers().getFirst("Location")).isEqualTo(Market.offer(shop, product));
		assertThat(made.eTag()).isEqualTo("\"1\"");
		assertThat(made.body().propertyNames()).containsExactly("id", "productId", "productName", "sku", "price",
				"stock", "version", "updatedAt");
		assertThat(made.text("/productName")).isEqualTo("Samsung Galaxy S25");
		assertThat(made.text("/price")).isEqualTo("349990.50");
		Answer seen = this.market.get(Market.offer(shop, product), null);
		assertThat(seen.body()).isEqualTo(made.body());
		assertThat(seen.eTag()).isEqualTo("\"1\"");
		assertThat(this.market.get(Market.offers(shop), null).items().get(0)).isEqualTo(made.body());
	}

	@Test
	void aShopThatIsNotActiveYetPreparesItsOffers() {
		UUID shop = this.market.pendingShop();
		assertThat(this.market.add(shop, Market.product("Phone"), "10", 1).status()).isEqualTo(201);
	}

	@Test
	void aProductIsOfferedOncePerShop() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		Answer again = this.market.add(shop, product, "11", 6);
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.slug()).isEqualTo("offer-exists");
		assertThat(this.market.stock(shop, product)).isEqualTo(5);
		assertThat(this.market.add(this.market.shop(), product, "11", 6).status()).isEqualTo(201);
	}

	@Test
	void anOfferMadeManyTimesAtOnceIsMadeOnce() {
		UUID shop = this.market.shop();
		UUID product = Market.product("Phone");
		List<Integer> outcomes = AllAtOnce.run(8, () -> this.market.add(shop, product, "10", 5).status());
		assertThat(outcomes).containsOnlyOnce(201).containsOnly(201, 409);
		assertThat(this.market.get(Market.offer(shop, product) + "/history", null).items().size()).isEqualTo(1);
	}

	@Test
	void aSkuIsUniqueAmongAShopsOffers() {
		UUID shop = this.market.shop();
		String sku = "\"sku\": \"A-1\", \"price\": 10, \"stock\": 1}";
		UUID first = Market.product("Phone");
		UUID second = Market.product("Phone");
		Market.must(201,
				this.market.post(Market.offers(shop), Market.OWNER, "{\"productId\": \"" + first + "\"," + sku));
		String body = "{\"productId\": \"" + second + "\"," + sku;
		assertThat(this.market.post(Market.offers(shop), Market.OWNER, body).slug()).isEqualTo("sku-taken");
		assertThat(this.market.post(Market.offers(this.market.shop()), Market.OWNER, body).status()).isEqualTo(201);
		this.market.delete(Market.offer(shop, first), Market.OWNER);
		assertThat(this.market.post(Market.offers(shop), Market.OWNER, body).status()).isEqualTo(201);
		assertThat(
				this.market.post(Market.offers(shop), Market.OWNER, "{\"productId\": \"" + first + "\"," + sku).slug())
			.isEqualTo("sku-taken");
	}

	@Test
	void offersAreListedNewestFirstPageByPage() {
		UUID shop = this.market.shop();
		UUID first = this.market.offered(shop, "10", 1);
		UUID second = this.market.offered(shop, "10", 1);
		UUID third = this.market.offered(shop, "10", 1);
		Answer page = this.market.get(Market.offers(shop) + "?size=2", null);
		assertThat(page.items().findValuesAsString("productId")).containsExactly(third.toString(), second.toString());
		Answer rest = this.market.get(Market.offers(shop) + "?size=2&cursor=" + page.text("/nextCursor"), null);
		assertThat(rest.items().findValuesAsString("productId")).containsExactly(first.toString());
		assertThat(rest.body().path("nextCursor").isNull()).isTrue();
	}

	@Test
	void whatTheOwnerDoesNotSayStays() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		Answer price = this.market.put(Market.offer(shop, product), Market.OWNER, "{\"price\": 12.34}");
		assertThat(price.status()).isEqualTo(200);
		assertThat(price.eTag()).isEqualTo("\"2\"");
		assertThat(price.number("/stock")).isEqualTo(5);
		Answer stock = this.market.put(Market.offer(shop, product), Market.OWNER, "{\"stock\": 0, \"price\": null}");
		assertThat(stock.text("/price")).isEqualTo("12.34");
		assertThat(stock.number("/stock")).isZero();
		assertThat(stock.number("/version")).isEqualTo(3);
	}

	@Test
	void sayingWhatIsSoAlreadyChangesNothing() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		Answer same = this.market.put(Market.offer(shop, product), Market.OWNER, "{\"price\": 10.0, \"stock\": 5}");
		assertThat(same.status()).isEqualTo(200);
		assertThat(same.eTag()).isEqualTo("\"1\"");
		assertThat(this.market.get(Market.offer(shop, product) + "/history", null).items().size()).isEqualTo(1);
	}

	@Test
	void aSaleUnseenStopsAnOwnerWhoAsksForIt() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		String offer = Market.offer(shop, product);
		this.market.reserve(UUID.randomUUID(), Market.line(shop, product, 2, "10"));
		Answer stale = this.market.putIfMatch(offer, Market.OWNER, "{\"stock\": 9}", "\"1\"");
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.slug()).isEqualTo("precondition-failed");
		assertThat(this.market.stock(shop, product)).isEqualTo(3);
		assertThat(this.market.putIfMatch(offer, Market.OWNER, "{\"stock\": 9}", "W/\"2\"").status()).isEqualTo(412);
		assertThat(this.market.putIfMatch(offer, Market.OWNER, "{\"stock\": 9}", "\"2\"").status()).isEqualTo(200);
		assertThat(this.market.putIfMatch(offer, Market.OWNER, "{\"stock\": 8}", "*").status()).isEqualTo(200);
		assertThat(this.market.putIfMatch(Market.offer(shop, UUID.randomUUID()), Market.OWNER, "{\"stock\": 8}", "*")
			.status()).isEqualTo(404);
	}

	@Test
	void aChangeThatIsJustBeingMadeStopsHimToo() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		CompletableFuture<Answer> stale = unhurried(() -> {
			this.database.sql("update offer set price = 11 where product_id = :id").param("id", product).update();
			var change = AllAtOnce.begin(
					() -> this.market.putIfMatch(Market.offer(shop, product), Market.OWNER, "{\"stock\": 9}", "\"1\""));
			while (!change.isDone() && count("select count(*) from pg_locks where not granted") == 0) {
				Thread.onSpinWait();
			}
			return change;
		});
		assertThat(stale.join().status()).isEqualTo(412);
		assertThat(this.market.stock(shop, product)).isEqualTo(5);
	}

	@Test
	void ofManyOwnersWithTheSameVersionOneWins() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		List<Integer> outcomes = AllAtOnce.run(5,
				() -> this.market
					.putIfMatch(Market.offer(shop, product), Market.OWNER,
							"{\"stock\": " + (10 + (int) (Math.random() * 1000)) + "}", "\"1\"")
					.status());
		assertThat(outcomes).containsOnlyOnce(200);
		assertThat(outcomes.stream().filter((status) -> status == 412)).hasSize(4);
	}

	@Test
	void theOwnerCountsWhileCustomersBuy() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 1000);
		AllAtOnce.run(6, () -> {
			for (int i = 0; i < 5; i++) {
				this.market.reserve(UUID.randomUUID(), Market.line(shop, product, 1, "10"));
				this.market.put(Market.offer(shop, product), Market.OWNER, "{\"stock\": " + (500 + i) + "}");
			}
			return true;
		});
		// that the movements still add up is looked at after each test
		assertThat(this.market.stock(shop, product)).isBetween(490, 504);
	}

	@Test
	void historyTellsTheBeginningAndEachChangeByTheOwner() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		this.market.reserve(UUID.randomUUID(), Market.line(shop, product, 2, "10"));
		this.market.put(Market.offer(shop, product), Market.OWNER, "{\"price\": 12}");
		this.market.put(Market.offer(shop, product), Market.OWNER, "{\"stock\": 9}");
		String path = Market.offer(shop, product) + "/history?size=2";
		Answer newest = this.market.get(path, null);
		assertThat(newest.items().get(0).propertyNames()).containsExactly("at", "price", "stock");
		assertThat(newest.items().findValuesAsString("stock")).containsExactly("9", "3");
		Answer oldest = this.market.get(path + "&cursor=" + newest.text("/nextCursor"), null);
		assertThat(oldest.items().findValuesAsString("price")).containsExactly("10.00");
		assertThat(oldest.body().path("nextCursor").isNull()).isTrue();
	}

	@Test
	void aDeletedOfferIsGone() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		String offer = Market.offer(shop, product);
		assertThat(this.market.delete(offer, Market.OWNER).status()).isEqualTo(204);
		assertThat(this.market.delete(offer, Market.OWNER).status()).isEqualTo(404);
		assertThat(this.market.get(offer, Market.OWNER).status()).isEqualTo(404);
		assertThat(this.market.get(offer + "/history", Market.OWNER).status()).isEqualTo(404);
		assertThat(this.market.put(offer, Market.OWNER, "{\"stock\": 1}").status()).isEqualTo(404);
		assertThat(this.market.get(Market.offers(shop), null).items().isEmpty()).isTrue();
	}

	@Test
	void anOfferMadeAgainGoesOnFromItsTombstone() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		UUID order = UUID.randomUUID();
		this.market.reserve(order, Market.line(shop, product, 2, "10"));
		this.market.delete(Market.offer(shop, product), Market.OWNER);
		Answer again = this.market.add(shop, product, "11", 1);
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.number("/version")).isEqualTo(4);
		this.market.put("/internal/reservations/" + order + "/release", Market.ORDERS, "");
		assertThat(this.market.stock(shop, product)).isEqualTo(3);
		assertThat(this.market.get(Market.offer(shop, product) + "/history", null).items().findValuesAsString("price"))
			.containsExactly("11.00", "10.00");
	}

}
