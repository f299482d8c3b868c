package kz.duken.product;

import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Price and stock follow what the shops do. */
@ServiceTest
class FollowingOffersTests {

	private final UUID shop = UUID.randomUUID();

	private final UUID otherShop = UUID.randomUUID();

	private final Callers callers;

	private UUID product = UUID.randomUUID();

	FollowingOffersTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@BeforeEach
	void thereIsAProductAndTwoShops() {
		this.product = this.callers.product();
		Feeds.shops(Feeds.shop(this.shop, "ACTIVE", 1), Feeds.shop(this.otherShop, "ACTIVE", 1));
	}

	@Test
	void aChangeIsSoonSeenAndMakesAnotherTag() {
		Feeds.Offer offer = Feeds.offer(this.product, this.shop, "300", 1);
		Feeds.offers(offer.row());
		this.callers.soonSee(this.product, "/price", "300.00");
		String tag = String.valueOf(this.callers.product(this.product).headers().getETag());

		Feeds.offers(offer.changed("250", 1).row());

		this.callers.soonSee(this.product, "/price", "250.00");
		assertThat(this.callers.product(this.product).headers().getETag()).isNotEqualTo(tag);
	}

	@Test
	void anOfferThatIsDeletedIsNoLongerLive() {
		Feeds.Offer offer = Feeds.offer(this.product, this.shop, "300", 1);
		Feeds.offers(offer.row());
		this.callers.soonSee(this.product, "/offerCount", "1");

		Feeds.offers(offer.gone().row());

		this.callers.soonSee(this.product, "/offerCount", "0");
		assertThat(this.callers.product(this.product).at("/price")).isEqualTo("null");
	}

	@Test
	void anOlderVersionChangesNothing() {
		Feeds.Offer offer = Feeds.offer(this.product, this.shop, "300", 1);
		Feeds.Offer newer = offer.changed("250", 1);
		UUID other = this.callers.product();
		Feeds.offers(newer.row());
		this.callers.soonSee(this.product, "/price", "250.00");

		Feeds.offers(offer.row(), Feeds.offer(other, this.shop, "1", 1).row());

		this.callers.soonSee(other, "/price", "1.00");
		assertThat(this.callers.product(this.product).at("/price")).isEqualTo("250.00");
	}

	@Test
	void aSuspendedShopTakesItsOffersAlongAndBringsThemBack() {
		Feeds.offers(Feeds.offer(this.product, this.shop, "100", 1).row(),
				Feeds.offer(this.product, this.otherShop, "200", 1).row());
		this.callers.soonSee(this.product, "/price", "100.00");

		Feeds.shops(Feeds.shop(this.shop, "SUSPENDED", 2));
		this.callers.soonSee(this.product, "/price", "200.00");
		assertThat(this.callers.product(this.product).at("/offerCount")).isEqualTo("1");

		Feeds.shops(Feeds.shop(this.shop, "ACTIVE", 3));
		this.callers.soonSee(this.product, "/price", "100.00");
		assertThat(this.callers.product(this.product).at("/bestOffer/shopName")).isEqualTo("Shop 3");
	}

	@Test
	void offersThatComeBeforeTheirShopOrCardAreNotLost() {
		UUID shopToCome = UUID.randomUUID();
		UUID cardToCome = UUID.randomUUID();
		Feeds.offers(Feeds.offer(this.product, shopToCome, "100", 1).row(),
				Feeds.offer(cardToCome, this.shop, "200", 1).row(),
				Feeds.offer(this.product, this.shop, "900", 1).row());
		this.callers.soonSee(this.product, "/price", "900.00");

		Feeds.shops(Feeds.shop(shopToCome, "ACTIVE", 1));
		this.callers.put(Callers.service("shop-service"), Callers.card(), "/internal/products/{id}", cardToCome);

		this.callers.soonSee(this.product, "/price", "100.00");
		this.callers.soonSee(cardToCome, "/price", "200.00");
	}

}
