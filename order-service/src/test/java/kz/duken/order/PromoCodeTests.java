package kz.duken.order;

import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A promo code is used with the order, and given back with it. */
@UnhurriedOrderServiceTest
class PromoCodeTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	private final Buyer buyer = Buyer.ofThingsFromTwoShops();

	@BeforeEach
	void allIsWell() {
		this.neighbours.isWell(this.buyer);
	}

	@Test
	void aCodeIsRedeemedBeforePayingAndGivenBackWithTheLastShipment() {
		this.neighbours.hasPromoCode(this.buyer, "SPRING", "20.01");
		UUID withCode = this.store.order(this.buyer, "k1", this.store.body(this.buyer).replace("200.03", "180.02"))
			.orderId();

		assertThat(this.neighbours.calls(Neighbours.REDEEM, withCode)).isEqualTo(1);
		this.store.cancel(this.buyer, withCode);

		assertThat(this.neighbours.calls(Neighbours.UNREDEEM, withCode)).isEqualTo(1);
		assertThat(this.store.order(this.buyer, withCode).body().path("discount").decimalValue())
			.isEqualByComparingTo("20.01");
	}

	/**
	 * Of a discount of 10.00 the shops bear 100/150 = 6.666… and 50/150 = 3.333…; the
	 * tiyn that is left over goes to the larger remainder.
	 */
	@ParameterizedTest
	@CsvSource({ "0, 100.00, 6.67, 93.33", "1, 50.00, 3.33, 46.67" })
	void aShopThatCannotSendGivesItsShareOfTheDiscountBack(int shop, String gross, String discount, String net) {
		Buyer two = new Buyer().with("25", 4).with("50", 1);
		this.neighbours.isWell(two);
		this.neighbours.hasPromoCode(two, "SPRING", "10");
		UUID id = this.store.order(two, "k1", this.store.body(two).replace(": 150", ": 140")).orderId();
		UUID shopId = two.cart().get(shop).shopId();

		new Seller(this.store, shopId, this.neighbours.owns(shopId, "ACTIVE")).step(id, "cancel");

		this.neighbours.stubs()
			.verify(1,
					WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/refunds/" + id + "/" + shopId))
						.withRequestBody(WireMock.equalToJson(
								"{\"gross\": %s, \"net\": %s, \"discount\": %s}".formatted(gross, net, discount))));
		assertThat(this.neighbours.calls(Neighbours.REFUND, id)).isEqualTo(1);
		assertThat(this.neighbours.calls(Neighbours.UNREDEEM, id)).isZero();
	}

	@Test
	void aCodeThatDoesNotApplyLeavesNothing() {
		this.neighbours.hasPromoCode(this.buyer, "SPRING", "20.01");
		this.neighbours.answers(Neighbours.REDEEM, "{\"outcome\": \"NOT_APPLICABLE\", \"reason\": \"USED_UP\"}");

		Store.Answer refused = this.store.order(this.buyer, "k1",
				this.store.body(this.buyer).replace("200.03", "180.02"));

		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.slug()).isEqualTo("promo-code-not-applicable");
		assertThat(refused.body().path("reason").asString()).isEqualTo("USED_UP");
		assertThat(this.store.rejected(this.buyer)).hasSize(1);
	}

}
