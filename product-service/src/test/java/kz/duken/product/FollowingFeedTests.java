package kz.duken.product;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.product.feed.Background;
import kz.duken.product.feed.Feed;
import kz.duken.product.feed.FeedReader;
import kz.duken.test.AllAtOnce;
import kz.duken.test.Neighbourhood;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A feed is read whole, however long it is and whoever else reads it. */
@ServiceTest
class FollowingFeedTests {

	private static final String OFFERS = "/internal/offers/feed";

	private final UUID shop = UUID.randomUUID();

	private final UUID otherShop = UUID.randomUUID();

	private final Callers callers;

	private final FeedReader reader;

	private final List<Feed<?>> feeds;

	private UUID product = UUID.randomUUID();

	@Autowired
	FollowingFeedTests(@LocalServerPort int port, FeedReader reader, List<Feed<?>> feeds) {
		this.callers = new Callers(port);
		this.reader = reader;
		this.feeds = feeds;
	}

	@BeforeEach
	void thereIsAProductAndTwoShops() {
		this.product = this.callers.product();
		Feeds.shops(Feeds.shop(this.shop, "ACTIVE", 1), Feeds.shop(this.otherShop, "ACTIVE", 1));
	}

	@Test
	void aFeedOfManyPagesIsReadToItsEnd() {
		UUID second = this.callers.product();
		Neighbourhood.stubs()
			.stubFor(get(urlPathEqualTo(OFFERS)).withQueryParam("cursor", WireMock.absent())
				.willReturn(okJson(Feeds.page(Feeds.CLUSTER, "7001", "next",
						Feeds.offer(this.product, this.shop, "100", 1).row()))));
		Neighbourhood.stubs()
			.stubFor(get(urlPathEqualTo(OFFERS)).withQueryParam("cursor", equalTo("next"))
				.willReturn(okJson(
						Feeds.page(Feeds.CLUSTER, "7002", null, Feeds.offer(second, this.shop, "200", 1).row()))));

		this.callers.soonSee(this.product, "/price", "100.00");
		this.callers.soonSee(second, "/price", "200.00");
		await().untilAsserted(() -> Neighbourhood.stubs()
			.verify(WireMock.moreThanOrExactly(1),
					WireMock.getRequestedFor(urlPathEqualTo(OFFERS)).withQueryParam("position", equalTo("7001"))));
	}

	@Test
	void anotherDatabaseIsReadFromItsBeginning() {
		Feeds.offers(Feeds.offer(this.product, this.shop, "100", 1).row());
		this.callers.soonSee(this.product, "/price", "100.00");
		UUID second = this.callers.product();
		String restored = UUID.randomUUID().toString();

		Feeds.tell(OFFERS, restored, Feeds.offer(second, this.shop, "200", 1).row());

		this.callers.soonSee(second, "/price", "200.00");
		this.callers.soonSee(this.product, "/price", "null");
	}

	@RepeatedTest(10)
	void instancesThatPullAtOnceAgree() {
		List<Callable<Object>> pulls = new ArrayList<>();
		for (int instance = 0; instance < 3; instance++) {
			this.feeds.forEach(
					(feed) -> pulls.add(Executors.callable(new Background("A pull", () -> this.reader.pull(feed)))));
		}
		Feeds.offers(Feeds.offer(this.product, this.shop, "100", 1).row(),
				Feeds.offer(this.product, this.otherShop, "200", 1).row());

		AllAtOnce.run(pulls);

		this.callers.soonSee(this.product, "/offerCount", "2");
		assertThat(this.callers.product(this.product).at("/price")).isEqualTo("100.00");
	}

	@Test
	void whatIsKnownStaysWhileTheShopsDoNotAnswer() {
		Feeds.offers(Feeds.offer(this.product, this.shop, "100", 1).row());
		this.callers.soonSee(this.product, "/price", "100.00");

		Neighbourhood.stubs().stubFor(get(urlPathEqualTo(OFFERS)).willReturn(WireMock.serverError()));

		await().untilAsserted(() -> Neighbourhood.stubs()
			.verify(WireMock.moreThanOrExactly(3), WireMock.getRequestedFor(urlPathEqualTo(OFFERS))));
		assertThat(this.callers.product(this.product).at("/price")).isEqualTo("100.00");
	}

}
