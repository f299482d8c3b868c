package kz.duken.product;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of its offers a product is sold by. */
@ServiceTest
class BestOfferTests {

	private final UUID shop = UUID.randomUUID();

	private final UUID otherShop = UUID.randomUUID();

	private final Callers callers;

	private UUID product = UUID.randomUUID();

	BestOfferTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@BeforeEach
	void thereIsAProductAndTwoShops() {
		this.product = this.callers.product();
		Feeds.shops(Feeds.shop(this.shop, "ACTIVE", 1), Feeds.shop(this.otherShop, "ACTIVE", 1));
	}

	@Test
	void theOnlyOfferIsTheBest() {
		Feeds.Offer offer = Feeds.offer(this.product, this.shop, "349990.50", 3);
		Feeds.offers(offer.row());

		this.callers.soonSee(this.product, "/price", "349990.50");
		Answer answer = this.callers.product(this.product);
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

		this.callers.soonSee(this.product, "/offerCount", "2");
		assertThat(this.callers.product(this.product).at("/price")).isEqualTo("200.00");
		assertThat(this.callers.product(this.product).at("/bestOffer/rule")).isEqualTo("LOWEST_PRICE");
	}

	@Test
	void amongEqualsTheOneMadeFirstIsTheBest() {
		Feeds.Offer younger = Feeds.offer(this.product, this.shop, "100", 1).madeAt("2026-01-02T00:00:00Z");
		Feeds.Offer older = Feeds.offer(this.product, this.otherShop, "100", 1).madeAt("2026-01-01T00:00:00Z");
		Feeds.offers(younger.row(), older.row());

		this.callers.soonSee(this.product, "/offerCount", "2");
		assertThat(this.callers.product(this.product).at("/bestOffer/id")).isEqualTo(older.id().toString());
		assertThat(this.callers.product(this.product).at("/bestOffer/rule")).isEqualTo("LONGEST_ON_SALE");
	}

	@Test
	void whatIsSoldOutKeepsItsPriceButHasNoBestOffer() {
		Feeds.offers(Feeds.offer(this.product, this.shop, "300", 0).row(),
				Feeds.offer(this.product, this.otherShop, "200", 0).row());

		this.callers.soonSee(this.product, "/price", "200.00");
		assertThat(this.callers.product(this.product).at("/inStock")).isEqualTo("false");
		assertThat(this.callers.product(this.product).at("/bestOffer")).isEqualTo("null");
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
		this.callers.soonSee(this.product, "/offerCount", "4");

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

}
