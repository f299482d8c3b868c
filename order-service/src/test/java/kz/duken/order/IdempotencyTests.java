package kz.duken.order;

import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.AllAtOnce;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A key stands for one order of one customer. */
@UnhurriedOrderServiceTest
class IdempotencyTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	Crashes crashes;

	@Test
	void theSameKeyAnswersTheSameOrder() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);

		Store.Answer first = this.store.order(buyer, "\"k 1\"");
		Store.Answer again = this.store.order(buyer, "k 1", this.store.body(buyer).replace("349990.50", "3499905e-1"));

		assertThat(again.status()).isEqualTo(201);
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(this.neighbours.calls(Neighbours.CART, buyer.id())).isEqualTo(1);
	}

	@Test
	void theSameKeyWithAnotherBodyIsRefused() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.store.order(buyer, "k1");

		Store.Answer other = this.store.order(buyer, "k1", this.store.body(buyer).replace("\"10\"", "\"11\""));

		assertThat(other.status()).isEqualTo(422);
		assertThat(other.slug()).isEqualTo("idempotency-key-reused");
	}

	@Test
	void keysOfDifferentCustomersAreDifferentKeys() {
		Buyer one = Buyer.ofOneThing();
		Buyer other = Buyer.ofOneThing();
		this.neighbours.isWell(one, other);

		assertThat(this.store.order(one, "k1").orderId()).isNotEqualTo(this.store.order(other, "k1").orderId());
	}

	@Test
	void fiftyTwinsMakeOneOrder() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);

		List<Store.Answer> answers = AllAtOnce.run(50, () -> this.store.insist(buyer, "k1"));

		assertThat(answers).extracting(Store.Answer::status).containsOnly(201);
		assertThat(answers.stream().map(Store.Answer::orderId).distinct()).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.header("Idempotency-Replayed").isEmpty())).hasSize(1);
		assertThat(this.store.orders(buyer).size()).isEqualTo(1);
	}

	@Test
	void fiftyTwinsOfASlowOrderAllGetItsAnswer() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.PAY, WireMock.okJson("{\"outcome\": \"PAID\"}").withFixedDelay(1100));
		this.neighbours.fails(Neighbours.COMMIT, WireMock.okJson("{}").withFixedDelay(1100));

		List<Store.Answer> answers = AllAtOnce.run(50, () -> this.store.insist(buyer, "k1"));

		assertThat(answers).extracting(Store.Answer::status).containsOnly(201);
		assertThat(answers.stream().map(Store.Answer::orderId).distinct()).hasSize(1);
	}

	@Test
	void whoRepeatsWhileItRunsWaitsForItsEnd() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.PAY, Neighbours.outage());
		UUID id = this.crashes.leave(buyer, "k1", CheckoutStep.PAY);

		List<Store.Answer> answers = AllAtOnce
			.run(List.of(() -> this.store.order(buyer, "k1"), () -> this.store.order(buyer, "k1"), () -> {
				Awaitility.await().until(() -> this.neighbours.calls(Neighbours.PAY, id) > 3);
				this.neighbours.heals();
				return this.store.order(buyer, "k1");
			}));

		assertThat(answers).extracting(Store.Answer::status).containsOnly(201);
		assertThat(answers).extracting((answer) -> answer.header("Idempotency-Replayed")).containsOnly("true");
	}

}
