package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import kz.duken.test.AllAtOnce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A customer checks out once at a time, and the tills are not endless. */
@OrderServiceTest
class CheckoutRaceTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@AfterEach
	void everyOrderIsAtItsEnd() {
		this.open.areWorkedOff(Duration.ofSeconds(15));
	}

	@Test
	void whoeverFindsNoTillComesAgain() {
		List<Buyer> buyers = Stream.generate(Buyer::ofOneThing).limit(20).toList();
		this.neighbours.isWell(buyers.toArray(Buyer[]::new));
		this.neighbours.fails(Neighbours.RESERVE, Neighbours.silence());

		List<Store.Answer> answers = AllAtOnce
			.run(buyers.stream().<Callable<Store.Answer>>map((buyer) -> () -> this.store.order(buyer)).toList());

		assertThat(answers).extracting(Store.Answer::status).containsOnly(202, 503);
		assertThat(answers.stream().filter((answer) -> answer.status() == 202)).hasSizeGreaterThanOrEqualTo(16);
		assertThat(answers).filteredOn((answer) -> answer.status() == 503)
			.isNotEmpty()
			.allSatisfy((answer) -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
	}

	@Test
	void fiftyCheckoutsOfOneCartMakeOneOrder() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.PAY, Neighbours.outage());

		List<Store.Answer> answers = AllAtOnce.run(50, () -> this.store.order(buyer));

		assertThat(answers.stream().filter((answer) -> answer.status() < 300)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.slug().equals("checkout-in-progress"))).hasSize(49);
		assertThat(this.store.orders(buyer).size()).isEqualTo(1);
	}

	@Test
	void checkoutInProgressComesBeforeEverythingElse() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.PAY, Neighbours.outage());
		assertThat(this.store.order(buyer).status()).isEqualTo(202);
		buyer.cart().clear();
		this.neighbours.isWell(buyer);

		Store.Answer answer = this.store.order(buyer, "k2", this.store.body(Buyer.ofOneThing()));

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("checkout-in-progress");
	}

}
