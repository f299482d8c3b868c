package kz.duken.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.matching.UrlPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a neighbour refuses is rejected for ever, and costs nothing. */
@UnhurriedOrderServiceTest
class RejectionTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Test
	void whatIsOutOfStockIsRejectedForEver() {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		Buyer.Item item = buyer.item();
		this.neighbours.isWell(buyer);
		this.neighbours.answers(Neighbours.RESERVE, Map.of("outcome", "OUT_OF_STOCK", "lines",
				List.of(Map.of("productId", item.productId(), "shopId", item.shopId(), "price", 100, "available", 1))));

		Store.Answer answer = this.store.order(buyer, "k1");
		Store.Answer repeated = this.store.order(buyer, "k1");

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("out-of-stock");
		assertThat(answer.body().path("lines").size()).isEqualTo(1);
		JsonNode line = answer.body().path("lines").get(0);
		assertThat(line.path("itemId").asString()).isEqualTo(item.itemId().toString());
		assertThat(line.path("requested").asInt()).isEqualTo(2);
		assertThat(line.path("available").asInt()).isEqualTo(1);
		assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(repeated.body().path("lines")).isEqualTo(answer.body().path("lines"));
		leftARejectedOrder(buyer, "out-of-stock");
	}

	@Test
	void aPriceThatMovesInThatVeryMomentRejects() {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		Buyer.Item item = buyer.item();
		this.neighbours.isWell(buyer);
		this.neighbours.pricesMove(buyer, buyer.cartAnswer("HALF", "100.02"),
				buyer.at("110.5").cartAnswer("HALF", "110.52"));
		this.neighbours.answers(Neighbours.RESERVE, Map.of("outcome", "PRICE_CHANGED", "lines", List
			.of(Map.of("productId", item.productId(), "shopId", item.shopId(), "price", 110.5, "available", 9))));

		Store.Answer answer = this.store.order(buyer, "k1", this.store.body(buyer).replace("200.03", "100.01"));

		assertThat(answer.slug()).isEqualTo("price-changed");
		assertThat(answer.body().path("total").decimalValue()).isEqualByComparingTo("110.51");
		assertThat(answer.body().path("changes").get(0).path("was").decimalValue()).isEqualByComparingTo("100");
		assertThat(answer.body().path("changes").get(0).path("now").decimalValue()).isEqualByComparingTo("110.5");
		leftARejectedOrder(buyer, "price-changed");
	}

	@Test
	void tooLittleMoneyGivesTheGoodsBack() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.answers(Neighbours.PAY, "{\"outcome\": \"INSUFFICIENT_FUNDS\", \"balance\": 10.10}");

		Store.Answer answer = this.store.order(buyer, "k1");
		Store.Answer repeated = this.store.order(buyer, "k1");

		assertThat(answer.status()).isEqualTo(402);
		assertThat(answer.slug()).isEqualTo("insufficient-funds");
		assertThat(answer.body().path("balance").decimalValue()).isEqualByComparingTo("10.10");
		assertThat(answer.body().path("total").decimalValue()).isEqualByComparingTo("349990.50");
		assertThat(repeated.status()).isEqualTo(402);
		assertThat(repeated.body().path("balance")).isEqualTo(answer.body().path("balance"));
		UUID id = leftARejectedOrder(buyer, "insufficient-funds");
		assertThat(this.neighbours.calls(Neighbours.RELEASE, id)).isEqualTo(1);
		assertThat(this.neighbours.calls(Neighbours.COMMIT, id)).isZero();
		assertThat(this.neighbours.calls(Neighbours.TAKE_OUT, id)).isZero();
	}

	static List<UrlPattern> stepsWithADeadline() {
		return List.of(Neighbours.RESERVE, Neighbours.REDEEM, Neighbours.PAY);
	}

	@ParameterizedTest
	@MethodSource("stepsWithADeadline")
	void whatCannotBeCarriedThroughInTimeExpires(UrlPattern step) {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.hasPromoCode(buyer, "SPRING", "0");
		this.neighbours.answers(step, "{\"outcome\": \"EXPIRED\", \"balance\": 1, \"reason\": null, \"lines\": []}");

		Store.Answer answer = this.store.order(buyer);

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("checkout-expired");
		UUID id = leftARejectedOrder(buyer, "checkout-expired");
		assertThat(this.neighbours.calls(Neighbours.RELEASE, id)).isEqualTo(1);
		assertThat(this.neighbours.calls(Neighbours.UNREDEEM, id)).isEqualTo(1);
		assertThat(this.neighbours.calls(Neighbours.COMMIT, id)).isZero();
	}

	private UUID leftARejectedOrder(Buyer buyer, String slug) {
		assertThat(this.store.orders(buyer).size()).isZero();
		JsonNode rejected = this.store.rejected(buyer);
		assertThat(rejected.size()).isEqualTo(1);
		assertThat(rejected.get(0).path("rejection").path("slug").asString()).isEqualTo(slug);
		assertThat(rejected.get(0).path("paymentStatus").asString()).isEqualTo("FAILED");
		UUID id = UUID.fromString(rejected.get(0).path("id").asString());
		assertThat(this.store.history(buyer, id)).containsExactly("PLACED", "REJECTED");
		return id;
	}

}
