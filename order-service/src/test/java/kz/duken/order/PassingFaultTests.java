package kz.duken.order;

import java.util.UUID;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A neighbour that fails for a moment is asked again by the request itself. */
@UnhurriedOrderServiceTest
@ExtendWith(OutputCaptureExtension.class)
class PassingFaultTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	static Stream<Arguments> passingFaults() {
		return Neighbours.stepsToConfirmed()
			.stream()
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

	@Test
	void aNeighbourThatIsBusyIsAskedAgainByNobodyElse() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.CART, WireMock.serviceUnavailable().withHeader("Retry-After", "1"));

		this.store.order(buyer);

		assertThat(this.neighbours.calls(Neighbours.CART, buyer.id())).isEqualTo(1);
	}

	@Test
	void aRefusalThatNobodyExpectedIsSeen(CapturedOutput output) {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.PAY, 1, WireMock.status(409));

		UUID id = this.store.order(buyer).orderId();

		assertThat(output).contains("ERROR").contains("Order " + id + " is stuck at PAY");
	}

}
