package kz.duken.order;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.AllAtOnce;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A customer checks out once at a time, and the tills are not endless. */
@UnhurriedOrderServiceTest
class CheckoutRaceTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@Autowired
	Crashes crashes;

	@Autowired
	CheckoutProperties properties;

	@Autowired
	JdbcClient sql;

	@AfterEach
	void everyOrderIsAtItsEnd() {
		this.open.areWorkedOff();
	}

	@Test
	void whoeverFindsNoTillComesAgain() {
		List<Buyer> served = buyers(this.properties.tills());
		List<Buyer> others = buyers(4);
		// busy, not out: no circuit breaker opens
		this.neighbours.fails(Neighbours.RESERVE, WireMock.status(429));

		CompletableFuture<List<Store.Answer>> orders = AllAtOnce.begin(() -> order(served));
		Awaitility.await().until(() -> haveTills(served));
		List<Store.Answer> refused = order(others);
		this.neighbours.heals();

		assertThat(refused).extracting(Store.Answer::status).containsOnly(503);
		assertThat(refused).extracting((answer) -> answer.header("Retry-After")).containsOnly("1");
		assertThat(orders.join()).extracting(Store.Answer::status).containsOnly(201);
	}

	private List<Buyer> buyers(int many) {
		List<Buyer> buyers = Stream.generate(Buyer::ofOneThing).limit(many).toList();
		this.neighbours.isWell(buyers.toArray(Buyer[]::new));
		return buyers;
	}

	private List<Store.Answer> order(List<Buyer> buyers) {
		return AllAtOnce
			.run(buyers.stream().<Callable<Store.Answer>>map((buyer) -> () -> this.store.order(buyer)).toList());
	}

	private boolean haveTills(List<Buyer> buyers) {
		return this.sql.sql("select count(*) from purchase_order where step = 'RESERVE' and customer_id in (:buyers)")
			.param("buyers", buyers.stream().map(Buyer::id).toList())
			.query(Long.class)
			.single() == buyers.size();
	}

	@Test
	void fiftyCheckoutsOfOneCartMakeOneOrder() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.PAY, Neighbours.outage());
		AtomicInteger answered = new AtomicInteger();

		List<Store.Answer> answers = AllAtOnce.run(50, () -> {
			Store.Answer answer = this.store.insist(buyer, UUID.randomUUID().toString());
			if (answered.incrementAndGet() == 49) {
				this.neighbours.heals();
			}
			return answer;
		});

		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.slug().equals("checkout-in-progress"))).hasSize(49);
		assertThat(this.store.orders(buyer).size()).isEqualTo(1);
	}

	@Test
	void checkoutInProgressComesBeforeEverythingElse() {
		Buyer buyer = Buyer.ofOneThing();
		this.crashes.leaveUntaken(buyer, CheckoutStep.PAY);
		buyer.cart().clear();
		this.neighbours.isWell(buyer);

		Store.Answer answer = this.store.order(buyer, "k2", this.store.body(Buyer.ofOneThing()));

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("checkout-in-progress");
	}

}
