package kz.duken.shop.offer;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import kz.duken.test.AllAtOnce;
import kz.duken.test.Neighbourhood;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class CardTests extends MarketTest {

	private static final String CARD = """
			{"product": {"name": "Phone", "attributes": [{"name": "weight", "value": 0.12345678901234567890}]},
			 "sku": "NEW", "price": 10, "stock": 3}""";

	@Autowired
	private CardNames names;

	@Test
	void anActiveShopBringsTheCardAlong() {
		UUID shop = this.market.shop();
		productServiceMakesCards();
		Answer made = this.market.post(Market.offers(shop), Market.OWNER, CARD);
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.text("/productName")).isEqualTo("Phone made");
		Neighbourhood.stubs()
			.verify(1,
					WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/products/" + made.text("/productId")))
						.withHeader("Authorization", WireMock.matching("Bearer .+"))
						.withRequestBody(WireMock.containing("0.12345678901234567890"))
						.withRequestBody(WireMock.notContaining("sku")));
	}

	@Test
	void aShopThatIsNotActiveMakesNoCards() {
		productServiceMakesCards();
		Answer refused = this.market.post(Market.offers(this.market.pendingShop()), Market.OWNER, CARD);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.slug()).isEqualTo("shop-not-active");
		noCardWasMade();
	}

	@Test
	void noCardIsMadeForASkuThatIsTaken() {
		UUID shop = this.market.shop();
		productServiceMakesCards();
		Market.must(201, this.market.post(Market.offers(shop), Market.OWNER, CARD));
		Neighbourhood.stubs().resetRequests();
		assertThat(this.market.post(Market.offers(shop), Market.OWNER, CARD).slug()).isEqualTo("sku-taken");
		noCardWasMade();
	}

	@Test
	void whatIsWrongWithACardIsToldInItsPlace() {
		Neighbourhood.stubs()
			.stubFor(
					WireMock.put(WireMock.urlPathMatching("/internal/products/.*")).willReturn(WireMock.jsonResponse("""
							{"type": "/problems/validation", "status": 400, "errors": [
							  {"pointer": "/categoryId", "detail": "must be the id of a category"},
							  {"pointer": "/tags/0", "detail": "must not be blank"}]}""", 400)));
		Answer refused = this.market.post(Market.offers(this.market.shop()), Market.OWNER, CARD);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.slug()).isEqualTo("validation");
		assertThat(refused.body().path("errors").findValuesAsString("pointer")).containsExactly("/product/categoryId",
				"/product/tags/0");
		assertThat(refused.text("/errors/0/detail")).isEqualTo("must be the id of a category");
	}

	@Test
	void aCardThatCannotBeTakenAtAllIsNoFaultOfTheStore() {
		Neighbourhood.stubs()
			.stubFor(WireMock.put(WireMock.urlPathMatching("/internal/products/.*"))
				.willReturn(WireMock.jsonResponse("{\"status\": 413}", 413)));
		Answer refused = this.market.post(Market.offers(this.market.shop()), Market.OWNER, CARD);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.pointer()).isEqualTo("/product");
	}

	@Test
	void productServiceBeingDownIsToldAsAnOutage() {
		Neighbourhood.stubs()
			.stubFor(WireMock.any(WireMock.urlPathMatching("/internal/products.*")).willReturn(WireMock.serverError()));
		UUID shop = this.market.shop();
		Answer known = this.market.once().add(shop, UUID.randomUUID(), "10", 1);
		assertThat(known.status()).isEqualTo(503);
		assertThat(known.slug()).isEqualTo("unavailable");
		assertThat(known.headers().getFirst("Retry-After")).isNotNull();
		assertThat(this.market.once().post(Market.offers(shop), Market.OWNER, CARD).status()).isEqualTo(503);
		assertThat(this.market.get(Market.offers(shop), Market.OWNER).items().isEmpty()).isTrue();
	}

	@Test
	void aProductThatIsKnownHereIsOfferedWithoutAsking() {
		UUID product = this.market.offered(this.market.shop(), "10", 1);
		Neighbourhood.stubs()
			.stubFor(WireMock.any(WireMock.urlPathMatching("/internal/products.*")).willReturn(WireMock.serverError()));
		assertThat(this.market.add(this.market.shop(), product, "10", 1).status()).isEqualTo(201);
	}

	@Test
	void aCardWithoutOffersIsRetiredOnceAndForAll() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 1);
		assertThat(retire(product)).isEqualTo("HAS_OFFERS");
		this.market.delete(Market.offer(shop, product), Market.OWNER);
		assertThat(retire(product)).isEqualTo("RETIRED");
		assertThat(retire(product)).isEqualTo("RETIRED");
		Answer late = this.market.add(shop, product, "10", 1);
		assertThat(late.status()).isEqualTo(400);
		assertThat(late.pointer()).isEqualTo("/productId");
	}

	@Test
	void aCardThatNobodyOfferedIsRetiredUnseen() {
		UUID product = Market.product("Phone");
		assertThat(retire(product)).isEqualTo("RETIRED");
		assertThat(this.market.add(this.market.shop(), product, "10", 1).pointer()).isEqualTo("/productId");
	}

	@RepeatedTest(10)
	void aCardIsEitherOfferedOrRetired() {
		UUID shop = this.market.shop();
		UUID product = Market.product("Phone");
		List<String> outcomes = AllAtOnce.run(List.of(() -> this.market.add(shop, product, "10", 1).status() + "",
				() -> retire(product), () -> this.market.add(this.market.shop(), product, "10", 1).status() + ""));
		assertThat(outcomes).containsAnyOf("201", "RETIRED");
		if (outcomes.contains("RETIRED")) {
			assertThat(outcomes).doesNotContain("201");
		}
	}

	@Test
	void namesFollowTheirCards() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 1);
		Neighbourhood.stubs()
			.stubFor(WireMock.post("/internal/products/names")
				.withRequestBody(WireMock.containing(product.toString()))
				.willReturn(WireMock
					.okJson("{\"products\": [{\"id\": \"" + product + "\", \"name\": \"Phone, second edition\"}]}")));
		this.names.refresh();
		assertThat(name(shop, product)).isEqualTo("Phone");
		anHourPasses(product);
		this.names.refresh();
		assertThat(name(shop, product)).isEqualTo("Phone, second edition");
		Neighbourhood.stubs()
			.verify(1, WireMock.postRequestedFor(WireMock.urlEqualTo("/internal/products/names"))
				.withRequestBody(WireMock.containing(product.toString())));
	}

	@Test
	void theOldestNamesAreAskedForWithoutHaste() {
		String series = "Series " + UUID.randomUUID();
		this.database.sql("""
				insert into card (product_id, name, checked_at)
				select gen_random_uuid(), :series, now() - interval '1 year' from generate_series(1, 1100)""")
			.param("series", series)
			.update();
		Neighbourhood.stubs()
			.stubFor(WireMock.post("/internal/products/names").willReturn(WireMock.okJson("{\"products\": []}")));
		String due = "select count(*) from card where checked_at < now() - interval '1 minute' and name = '" + series
				+ "'";
		this.names.refresh();
		assertThat(count(due)).isEqualTo(600);
		this.names.refresh();
		this.names.refresh();
		assertThat(count(due)).isZero();
	}

	@Test
	void namesStayWhileNobodyAnswers() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 1);
		Neighbourhood.stubs().stubFor(WireMock.post("/internal/products/names").willReturn(WireMock.serverError()));
		anHourPasses(product);
		this.names.refresh();
		assertThat(name(shop, product)).isEqualTo("Phone");
	}

	private String name(UUID shop, UUID product) {
		return this.market.get(Market.offer(shop, product), null).text("/productName");
	}

	private void anHourPasses(UUID product) {
		this.database
			.sql("update card set checked_at = checked_at - make_interval(secs => :seconds) where product_id = :id")
			.param("seconds", Duration.ofHours(1).toSeconds())
			.param("id", product)
			.update();
	}

	private String retire(UUID product) {
		return this.market.put("/internal/cards/" + product + "/retire", Market.PRODUCTS, "").text("/outcome");
	}

	private static void productServiceMakesCards() {
		Neighbourhood.stubs()
			.stubFor(WireMock.put(WireMock.urlPathTemplate("/internal/products/{id}"))
				.willReturn(WireMock.okJson("{\"id\": \"{{request.path.id}}\", \"name\": \"Phone made\"}")
					.withTransformers("response-template")));
	}

	private static void noCardWasMade() {
		Neighbourhood.stubs().verify(0, WireMock.putRequestedFor(WireMock.urlPathMatching("/internal/products/.*")));
	}

}
