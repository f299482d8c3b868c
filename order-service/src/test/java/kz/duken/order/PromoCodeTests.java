package kz.duken.order;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A promo code is used with the order, and given back with it. */
@OrderServiceTest
class PromoCodeTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	Settlements settlements;

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

	@Test
	void aCodeThatCannotBeGivenBackYetIsGivenBackLater() {
		this.neighbours.hasPromoCode(this.buyer, "SPRING", "0");
		UUID id = this.store.order(this.buyer).orderId();
		this.neighbours.fails(Neighbours.UNREDEEM, Neighbours.outage());

		assertThat(this.store.cancel(this.buyer, id).body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
		assertThat(this.settlements.isAnyLeft(id)).isTrue();
		this.neighbours.heals();

		Awaitility.await().atMost(Duration.ofSeconds(6)).until(() -> !this.settlements.isAnyLeft(id));
	}

}
