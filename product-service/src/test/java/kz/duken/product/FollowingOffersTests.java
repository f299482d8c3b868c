package kz.duken.product;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.product.feed.Feed;
import kz.duken.product.feed.FeedReader;
import kz.duken.test.AllAtOnce;
import kz.duken.test.Neighbourhood;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static kz.duken.product.Callers.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ServiceTest
class FollowingOffersTests {

	private static final String OFFERS = "/internal/offers/feed";

	private final UUID shop = UUID.randomUUID();

	private final UUID otherShop = UUID.randomUUID();

	private final Callers callers;

	private UUID product = UUID.randomUUID();

	private final FeedReader reader;

	private final List<Feed<?>> feeds;

	@Autowired
	FollowingOffersTests(RestTestClient http, FeedReader reader, List<Feed<?>> feeds) {
		this.callers = new Callers(http);
		this.reader = reader;
		this.feeds = feeds;
	}

	@BeforeEach
	void thereIsAProductAndTwoShops() {
		this.product = product();
		Feeds.shops(Feeds.shop(this.shop, "ACTIVE", 1), Feeds.shop(this.otherShop, "ACTIVE", 1));
	}

	@Test
	void theOnlyOfferIsTheBest() {
		Feeds.Offer offer = Feeds.offer(this.product, this.shop, "349990.50", 3);
		Feeds.offers(offer.row());

		follows("/price", "349990.50");
		Answer answer = product(this.product);
		assertThat(answer.at("/inStock")).isEqualTo("true");
		assertThat(answer.at("/offerCount")).isEqualTo("1");
		assertThat(answer.at("/bestOffer/id")).isEqualTo(offer.id().toString());
		assertThat(answer.at("/bestOffer/shopId")).isEqualTo(this.shop.toString());
		assertThat(answer.at("/bestOffer/shopName")).isEqualTo("Shop 1");
		assertThat(answer.at("/bestOffer/price")).isEqualTo("349990.50");
		assertThat(answer.at("/bestOffer/rule")).isEqualTo("ONLY_OFFER");
		assertThat(answer.at("/bestOffer/reason")).isEqualTo("The only shop that offers it.");
	}

	@Test
	void theLowestPriceInStockIsTheBest() {
		Feeds.offers(Feeds.offer(this.product, this.shop, "200", 3).row(),
				Feeds.offer(this.product, this.otherShop, "100", 0).row());

		follows("/offerCount", "2");
		assertThat(product(this.product).at("/price")).isEqualTo("200.00");
		assertThat(product(this.product).at("/bestOffer/rule")).isEqualTo("LOWEST_PRICE");
	}

	@Test
	void amongEqualsTheOneMadeFirstIsTheBest() {
		Feeds.Offer younger = Feeds.offer(this.product, this.shop, "100", 1).madeAt("2026-01-02T00:00:00Z");
		Feeds.Offer older = Feeds.offer(this.product, this.otherShop, "100", 1).madeAt("2026-01-01T00:00:00Z");
		Feeds.offers(younger.row(), older.row());

		follows("/offerCount", "2");
		assertThat(product(this.product).at("/bestOffer/id")).isEqualTo(older.id().toString());
		assertThat(product(this.product).at("/bestOffer/rule")).isEqualTo("LONGEST_ON_SALE");
	}

	@Test
	void whatIsSoldOutKeepsItsPriceButHasNoBestOffer() {
		Feeds.offers(Feeds.offer(this.product, this.shop, "300", 0).row(),
				Feeds.offer(this.product, this.otherShop, "200", 0).row());

		follows("/price", "200.00");
		assertThat(product(this.product).at("/inStock")).isEqualTo("false");
		assertThat(product(this.product).at("/bestOffer")).isEqualTo("null");
	}

	@Test
	void aChangeIsSeenWithinTwoSecondsAndMakesAnotherTag() {
		Feeds.Offer offer = Feeds.offer(this.product, this.shop, "300", 1);
		Feeds.offers(offer.row());
		follows("/price", "300.00");
		String tag = String.valueOf(product(this.product).headers().getETag());

		Feeds.offers(offer.changed("250", 1).row());

		follows("/price", "250.00");
		assertThat(product(this.product).headers().getETag()).isNotEqualTo(tag);
	}

	@Test
	void anOfferThatIsDeletedIsNoLongerLive() {
		Feeds.Offer offer = Feeds.offer(this.product, this.shop, "300", 1);
		Feeds.offers(offer.row());
		follows("/offerCount", "1");

		Feeds.offers(offer.gone().row());

		follows("/offerCount", "0");
		assertThat(product(this.product).at("/price")).isEqualTo("null");
	}

	@Test
	void anOlderVersionChangesNothing() {
		Feeds.Offer offer = Feeds.offer(this.product, this.shop, "300", 1);
		Feeds.Offer newer = offer.changed("250", 1);
		UUID other = product();
		Feeds.offers(newer.row());
		follows("/price", "250.00");

		Feeds.offers(offer.row(), Feeds.offer(other, this.shop, "1", 1).row());

		follows(other, "/price", "1.00");
		assertThat(product(this.product).at("/price")).isEqualTo("250.00");
	}

	@Test
	void aSuspendedShopTakesItsOffersAlongAndBringsThemBack() {
		Feeds.offers(Feeds.offer(this.product, this.shop, "100", 1).row(),
				Feeds.offer(this.product, this.otherShop, "200", 1).row());
		follows("/price", "100.00");

		Feeds.shops(Feeds.shop(this.shop, "SUSPENDED", 2));
		follows("/price", "200.00");
		assertThat(product(this.product).at("/offerCount")).isEqualTo("1");

		Feeds.shops(Feeds.shop(this.shop, "ACTIVE", 3));
		follows("/price", "100.00");
		assertThat(product(this.product).at("/bestOffer/shopName")).isEqualTo("Shop 3");
	}

	@Test
	void offersThatComeBeforeTheirShopOrCardAreNotLost() {
		UUID shopToCome = UUID.randomUUID();
		UUID cardToCome = UUID.randomUUID();
		Feeds.offers(Feeds.offer(this.product, shopToCome, "100", 1).row(),
				Feeds.offer(cardToCome, this.shop, "200", 1).row(),
				Feeds.offer(this.product, this.shop, "900", 1).row());
		follows("/price", "900.00");

		Feeds.shops(Feeds.shop(shopToCome, "ACTIVE", 1));
		this.callers.put(Callers.service("shop-service"), card(), "/internal/products/{id}", cardToCome);

		follows("/price", "100.00");
		follows(cardToCome, "/price", "200.00");
	}

	@Test
	void aFeedOfManyPagesIsReadToItsEnd() {
		UUID second = product();
		Neighbourhood.stubs()
			.stubFor(get(urlPathEqualTo(OFFERS)).withQueryParam("cursor", WireMock.absent())
				.willReturn(okJson(Feeds.page(Feeds.CLUSTER, "7001", "next",
						Feeds.offer(this.product, this.shop, "100", 1).row()))));
		Neighbourhood.stubs()
			.stubFor(get(urlPathEqualTo(OFFERS)).withQueryParam("cursor", equalTo("next"))
				.willReturn(okJson(
						Feeds.page(Feeds.CLUSTER, "7002", null, Feeds.offer(second, this.shop, "200", 1).row()))));

		follows("/price", "100.00");
		follows(second, "/price", "200.00");
		await().untilAsserted(() -> Neighbourhood.stubs()
			.verify(WireMock.moreThanOrExactly(1),
					WireMock.getRequestedFor(urlPathEqualTo(OFFERS)).withQueryParam("position", equalTo("7001"))));
	}

	@Test
	void anotherDatabaseIsReadFromItsBeginning() {
		Feeds.offers(Feeds.offer(this.product, this.shop, "100", 1).row());
		follows("/price", "100.00");
		UUID second = product();
		String restored = UUID.randomUUID().toString();

		Feeds.tell(OFFERS, restored, Feeds.offer(second, this.shop, "200", 1).row());

		follows(second, "/price", "200.00");
		follows("/price", "null");
	}

	@RepeatedTest(10)
	void instancesThatPullAtOnceAgree() {
		List<Callable<Boolean>> pulls = new ArrayList<>();
		for (int instance = 0; instance < 3; instance++) {
			this.feeds.forEach((feed) -> pulls.add(() -> {
				this.reader.pull(feed);
				return true;
			}));
		}
		Feeds.offers(Feeds.offer(this.product, this.shop, "100", 1).row(),
				Feeds.offer(this.product, this.otherShop, "200", 1).row());

		AllAtOnce.run(pulls);

		follows("/offerCount", "2");
		assertThat(product(this.product).at("/price")).isEqualTo("100.00");
	}

	@Test
	void whatIsKnownStaysWhileTheShopsDoNotAnswer() {
		Feeds.offers(Feeds.offer(this.product, this.shop, "100", 1).row());
		follows("/price", "100.00");

		Neighbourhood.stubs().stubFor(get(urlPathEqualTo(OFFERS)).willReturn(WireMock.serverError()));

		await().untilAsserted(() -> Neighbourhood.stubs()
			.verify(WireMock.moreThanOrExactly(3), WireMock.getRequestedFor(urlPathEqualTo(OFFERS))));
		assertThat(product(this.product).at("/price")).isEqualTo("100.00");
	}

	@Test
	void liveOffersAreListedBestFirstInPages() {
		List<UUID> shops = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			shops.add(UUID.randomUUID());
		}
		Feeds.Offer cheap = Feeds.offer(this.product, shops.get(0), "100", 1).madeAt("2026-01-02T00:00:00Z");
		Feeds.Offer elder = Feeds.offer(this.product, shops.get(1), "100", 1).madeAt("2026-01-01T00:00:00Z");
		Feeds.Offer dear = Feeds.offer(this.product, shops.get(2), "300", 7);
		Feeds.Offer soldOut = Feeds.offer(this.product, shops.get(3), "50", 0);
		Feeds.Offer hidden = Feeds.offer(this.product, shops.get(4), "10", 1);
		Feeds.shops(Feeds.shop(shops.get(0), "ACTIVE", 1), Feeds.shop(shops.get(1), "ACTIVE", 1),
				Feeds.shop(shops.get(2), "ACTIVE", 1), Feeds.shop(shops.get(3), "ACTIVE", 1),
				Feeds.shop(shops.get(4), "PENDING", 1));
		Feeds.offers(cheap.row(), elder.row(), dear.row(), soldOut.row(), hidden.row());
		follows("/offerCount", "4");

		List<String> pages = new ArrayList<>();
		String cursor = "";
		do {
			Answer page = this.callers.get("/api/products/{id}/offers?size=1&cursor=" + cursor, this.product);
			pages.addAll(page.items("id"));
			cursor = page.nextCursor();
		}
		while (!"null".equals(cursor));

		assertThat(pages).containsExactly(elder.id().toString(), cheap.id().toString(), dear.id().toString(),
				soldOut.id().toString());
		Answer whole = this.callers.get("/api/products/{id}/offers", this.product);
		assertThat(whole.body().at("/items/2").toString()).isEqualTo(
				"""
						{"id":"%s","shopId":"%s","shopName":"Shop 1","price":300.00,"stock":7,"updatedAt":"2026-02-01T00:00:00Z"}"""
					.formatted(dear.id(), shops.get(2)));
	}

	private UUID product() {
		return UUID.fromString(this.callers.post(admin(), card(), "/api/products").at("/id"));
	}

	private static String card() {
		UUID category = UUID.randomUUID();
		Feeds.categories(Feeds.category(category));
		return "{\"name\": \"Kettle\", \"categoryId\": \"%s\"}".formatted(category);
	}

	private Answer product(UUID id) {
		return this.callers.get("/api/products/{id}", id);
	}

	private void follows(String pointer, String value) {
		follows(this.product, pointer, value);
	}

	private void follows(UUID id, String pointer, String value) {
		await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(product(id).at(pointer)).isEqualTo(value));
	}

}
