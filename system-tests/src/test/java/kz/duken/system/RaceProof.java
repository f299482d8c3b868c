package kz.duken.system;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What many do at once with orders ends as if one had done it after the other. */
@ExtendWith(Reported.class)
class RaceProof {

	private static final int BUYERS = 12;

	/** A slow machine lets some go on alone. */
	private static final int ROUNDS_TO_MEET = 5;

	private Wares wares;

	private Person customer;

	@BeforeAll
	static void up() {
		Store.up();
	}

	@BeforeEach
	void aCustomerAndAShop() {
		this.wares = Wares.offered("100", 100);
		this.customer = Person.registered().withMoney("350");
	}

	@AfterEach
	void theAuditFindsNothing() {
		Store.disarm();
		assertThat(Store.run("audit")).isZero();
	}

	@Test
	void fiftyCheckoutsOfOneCartBuyItOnce() {
		this.wares.intoCartOf(this.customer, 1).expect(201);
		List<Answer> answers = Crowd.atOnce(50, (_) -> Patience.order(this.customer, Person.newKey(), "100.00"));
		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.status() != 201).map(Answer::slug))
			.isSubsetOf("checkout-in-progress", "cart-empty", "price-changed");
		boughtOnce();
	}

	@Test
	void fiftyTwinsOfOneKeyHaveOneAnswer() {
		this.wares.intoCartOf(this.customer, 1).expect(201);
		List<Answer> answers = Crowd.atOnce(50, (_) -> Patience.order(this.customer, "twin", "100.00"));
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(201));
		assertThat(answers.stream().map((answer) -> answer.text("/id")).distinct()).hasSize(1);
		this.customer.order("twin", "99.00").expectProblem(422, "idempotency-key-reused");
		boughtOnce();
	}

	private void boughtOnce() {
		assertThat(this.customer.balance()).isEqualTo("250.00");
		assertThat(this.wares.stock()).isEqualTo(99);
		assertThat(this.customer.read("/api/orders").at("/items")).hasSize(1);
		assertThat(this.customer.read("/api/orders?status=REJECTED").at("/items")).isEmpty();
	}

	@Test
	void twentyCancelsGiveBackOnce() {
		String order = bought(3);
		List<Answer> answers = Crowd.atOnce(20,
				(_) -> Patience.definite(() -> this.customer.post("/api/orders/" + order + "/cancel", "")));
		assertThat(answers)
			.allSatisfy((answer) -> assertThat(answer.expect(200).text("/status")).isEqualTo("CANCELLED"));
		Patience.until(() -> this.customer.read("/api/orders/" + order).text("/paymentStatus").equals("REFUNDED"));
		assertThat(this.customer.balance()).isEqualTo("350.00");
		Patience.until(() -> this.wares.stock() == 100);
	}

	@Test
	void anOrderIsCancelledOrSentAndNeverBoth() {
		for (int round = 0; round < 8; round++) {
			String order = bought(1);
			String shipment = "/api/shops/" + this.wares.shopId() + "/shipments/" + order + "/ship";
			List<Answer> answers = Crowd.atOnce(2,
					(i) -> Patience.definite(() -> (i == 0) ? this.customer.post("/api/orders/" + order + "/cancel", "")
							: this.wares.owner().post(shipment, "")));
			boolean cancelled = answers.getFirst().status() == 200;
			if (cancelled) {
				answers.getLast().expectProblem(409, "shipment-state");
				Patience
					.until(() -> this.customer.read("/api/orders/" + order).text("/paymentStatus").equals("REFUNDED"));
			}
			else {
				answers.getFirst().expectProblem(409, "order-not-cancellable");
				answers.getLast().expect(200);
				this.customer.withMoney("100");
			}
			assertThat(this.customer.balance()).isEqualTo("350.00");
			assertThat(this.customer.read("/api/orders/" + order).text("/status"))
				.isEqualTo(cancelled ? "CANCELLED" : "SHIPPED");
		}
	}

	private String bought(int quantity) {
		this.wares.intoCartOf(this.customer, quantity).expect(201);
		return this.customer.order(Person.newKey(), String.valueOf(100 * quantity)).expect(201).text("/id");
	}

	@Test
	void theLastUseOfAPromoCodeIsOnes() {
		int rounds = 0;
		boolean allMet = false;
		while (!allMet && rounds < ROUNDS_TO_MEET) {
			allMet = manyWantTheLastUseOfACode().haveAllMet();
			rounds++;
		}
		assertThat(allMet).as("all %d wanted the code at the same moment, once in %d times", BUYERS, rounds).isTrue();
	}

	private Gate manyWantTheLastUseOfACode() {
		long stock = this.wares.stock();
		String code = code("\"usageLimit\": 1");
		List<Person> buyers = Crowd.inTurns(BUYERS, 3, (_) -> Person.registered().withMoney("100"));
		buyers.forEach((buyer) -> {
			this.wares.intoCartOf(buyer, 1).expect(201);
			buyer.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}").expect(200);
		});
		Gate gate = Store.proxy(Step.REDEEM.callee()).gather(Step.REDEEM, BUYERS);
		List<Answer> answers = Crowd.atOnce(BUYERS, (i) -> Patience.order(buyers.get(i), Person.newKey(), "50.00"));
		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.status() != 201).map(Answer::slug))
			.containsOnly("promo-code-not-applicable");
		assertThat(this.wares.stock()).isEqualTo(stock - 1);
		assertThat(PromoCodes.used(code)).isOne();
		for (int i = 0; i < BUYERS; i++) {
			boolean bought = answers.get(i).status() == 201;
			Person buyer = buyers.get(i);
			assertThat(buyer.balance()).isEqualTo(bought ? "50.00" : "100.00");
			assertThat(buyer.read("/api/cart").whole("/count")).isEqualTo(bought ? 0 : 1);
			assertThat(buyer.read("/api/orders").at("/items")).hasSize(bought ? 1 : 0);
			assertThat(buyer.read("/api/orders?status=REJECTED").at("/items")).hasSize(bought ? 0 : 1);
		}
		return gate;
	}

	@Test
	void aCustomerUsesACodeAsOftenAsHeMay() {
		String code = code("\"perCustomerLimit\": 1");
		this.wares.intoCartOf(this.customer, 1).expect(201);
		this.customer.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}").expect(200);
		this.customer.order(Person.newKey(), "50").expect(201);
		// once more, by a way on which nobody asks whether he may
		String token = this.wares.intoCartOf(Person.STRANGER, 1).expect(201).header("X-Cart-Token");
		Person.STRANGER.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}", "X-Cart-Token", token).expect(200);
		this.customer.post("/api/cart/merge", "", "X-Cart-Token", token).expect(200);

		Answer refused = this.customer.order(Person.newKey()).expectProblem(409, "promo-code-not-applicable");

		assertThat(refused.text("/reason")).isEqualTo("USED_BY_CUSTOMER");
		assertThat(this.customer.balance()).isEqualTo("300.00");
		assertThat(this.wares.stock()).isEqualTo(99);
	}

	private static String code(String limit) {
		String code = "L" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT);
		Person.admin()
			.post("/api/promo-codes", "{\"code\": \"" + code + "\", \"percent\": 50, " + limit + "}")
			.expect(201);
		return code;
	}

}
