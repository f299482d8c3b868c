package kz.duken.order;

import com.github.tomakehurst.wiremock.matching.UrlPattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Every order comes to its end, whichever neighbour fails. */
@OrderServiceTest
class NeighbourFaultTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@AfterEach
	void everyOrderIsAtItsEnd() {
		this.open.comeToTheirEnd();
	}

	@ParameterizedTest
	@MethodSource("kz.duken.order.Neighbours#stepsToConfirmed")
	void whatTakesTooLongIsAccepted(UrlPattern step) {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.hasPromoCode(buyer, "SPRING", "0");
		this.neighbours.fails(step, Neighbours.silence());

		Store.Answer accepted = this.store.order(buyer, "k1");
		this.neighbours.heals();

		assertThat(accepted.status()).isEqualTo(202);
		assertThat(accepted.header("Location")).isEqualTo("/api/orders/" + accepted.orderId());
		assertThat(accepted.orderStatus()).isEqualTo("PENDING");
		this.open.comesToItsEnd(buyer, accepted.orderId(), "CONFIRMED");
		Store.Answer repeated = this.store.order(buyer, "k1");
		assertThat(repeated.status()).isEqualTo(201);
		assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(this.store.history(buyer, accepted.orderId())).containsExactly("PLACED", "PAID", "CONFIRMED");
	}

	@Test
	void aRefusalThatCannotBeCarriedOutYetIsToldLater() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.answers(Neighbours.PAY, "{\"outcome\": \"INSUFFICIENT_FUNDS\", \"balance\": 1}");
		this.neighbours.fails(Neighbours.RELEASE, Neighbours.outage());

		Store.Answer accepted = this.store.order(buyer, "k1");
		this.neighbours.heals();

		assertThat(accepted.status()).isEqualTo(202);
		assertThat(accepted.body().path("rejection").isNull()).isTrue();
		this.open.comesToItsEnd(buyer, accepted.orderId(), "REJECTED");
		assertThat(this.store.order(buyer, "k1").status()).isEqualTo(402);
	}

}
