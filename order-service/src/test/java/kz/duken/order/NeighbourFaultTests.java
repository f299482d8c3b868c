package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import kz.duken.test.AllAtOnce;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Every order comes to its end, whichever neighbour fails. */
@OrderServiceTest
@ExtendWith(OutputCaptureExtension.class)
class NeighbourFaultTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@AfterEach
	void everyOrderIsAtItsEnd() {
		this.open.areWorkedOff(Duration.ofSeconds(10));
	}

	static List<UrlPattern> stepsToConfirmed() {
		return List.of(Neighbours.RESERVE, Neighbours.REDEEM, Neighbours.PAY, Neighbours.COMMIT, Neighbours.TAKE_OUT);
	}

	static Stream<Arguments> passingFaults() {
		return stepsToConfirmed().stream()
			.flatMap((step) -> Stream
				.of(Neighbours.lostAnswer(), Neighbours.outage(), WireMock.serviceUnavailable(), WireMock.status(401),
						WireMock.okJson("{\"outcome\": \"HUH\"}"))
				.map((failure) -> Arguments.of(step, failure)));
	}

	@ParameterizedTest
	@MethodSource("passingFaults")
	void theRequestItselfAsksAgain(UrlPattern step, ResponseDefinitionBuilder failure) {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.hasPromoCode(buyer, "SPRING", "0");
		this.neighbours.fails(step, 1, failure);

		Store.Answer answer = this.store.order(buyer);

		assertThat(answer.status()).isEqualTo(201);
		assertThat(this.store.history(buyer, answer.orderId())).containsExactly("PLACED", "PAID", "CONFIRMED");
	}

	@ParameterizedTest
	@MethodSource("stepsToConfirmed")
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
	void aNeighbourThatIsBusyIsAskedAgainByNobodyElse() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.CART, WireMock.serviceUnavailable().withHeader("Retry-After", "1"));

		this.store.order(buyer);

		assertThat(this.neighbours.calls(Neighbours.CART, buyer.id())).isEqualTo(1);
	}

	@Test
	void whoRepeatsWhileItRunsWaitsForItsEnd() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.PAY, Neighbours.outage());
		assertThat(this.store.order(buyer, "k1").status()).isEqualTo(202);

		List<Store.Answer> answers = AllAtOnce
			.run(List.of(() -> this.store.order(buyer, "k1"), () -> this.store.order(buyer, "k1"), () -> {
				Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
				this.neighbours.heals();
				return this.store.order(buyer, "k1");
			}));

		assertThat(answers).extracting(Store.Answer::status).containsOnly(201);
		assertThat(answers).extracting((answer) -> answer.header("Idempotency-Replayed")).containsOnly("true");
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

	@Test
	void aRefusalThatNobodyExpectedIsSeen(CapturedOutput output) {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.PAY, WireMock.status(409));
		UUID id = this.store.order(buyer).orderId();
		assertThat(output).contains("ERROR").contains("Order " + id + " is stuck at PAY");
	}

}
