package kz.duken.shop.product;

import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import kz.duken.test.Neighbourhood;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What product-service refuses is the owner's fault only when it says so. */
class RefusalTests extends MarketTest {

	private static final String CARD = "{\"product\": {\"name\": \"Phone\"}, \"price\": 10, \"stock\": 3}";

	@ParameterizedTest
	@ValueSource(ints = { 400, 406, 409, 415, 422 })
	void aCardThatCannotBeReadIsAnOutage(int status) {
		refusesWith(status);

		isUnavailable(this.market.once().add(this.market.shop(), UUID.randomUUID(), "10", 1));
	}

	@ParameterizedTest
	@ValueSource(ints = { 404, 406, 409, 415 })
	void aCardThatCannotBeMadeForNoFaultOfItsOwnIsAnOutage(int status) {
		refusesWith(status);

		isUnavailable(this.market.once().post(Market.offers(this.market.shop()), Market.OWNER, CARD));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 413, 422 })
	void aCardThatIsRefusedForWhatItIsIsToBeMended(int status) {
		refusesWith(status);

		Answer refused = this.market.post(Market.offers(this.market.shop()), Market.OWNER, CARD);

		assertThat(refused.slug()).isEqualTo("validation");
		assertThat(refused.pointer()).isEqualTo("/product");
	}

	private static void refusesWith(int status) {
		Neighbourhood.stubs()
			.stubFor(WireMock.any(WireMock.urlPathMatching("/internal/products/.*"))
				.willReturn(WireMock.jsonResponse("{\"status\": " + status + "}", status)));
	}

	private static void isUnavailable(Answer answer) {
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.slug()).isEqualTo("unavailable");
		assertThat(answer.headers().getFirst("Retry-After")).isNotNull();
	}

}
