package kz.duken.system;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One wallet is moved by many at once. A customer has one pending order at most, so his
 * orders take turns; what races with them are his top-ups and refunds. A shop's payouts
 * race with each other.
 */
@ExtendWith(Reported.class)
class MoneyProof {

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
	void aWalletIsSpentToItsEndAndNotBeyond() {
		List<Answer> answers = new ArrayList<>(Crowd.inTurns(24, 8, (_) -> buy()));
		// in a crowd a cart may always be larger than the wallet; alone it is not
		do {
			Patience.definite(() -> this.customer.delete("/api/cart")).expect(200);
			answers.add(buy());
		}
		while (answers.getLast().status() == 201);

		answers.getLast().expectProblem(402, "insufficient-funds");
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isIn(201, 402, 409));
		BigDecimal spent = sum(answers);
		assertThat(spent).isEqualByComparingTo("300");
		assertThat(this.customer.balance()).isEqualTo("50.00");
		assertThat(this.wares.stock()).isEqualTo(97);
	}

	@Test
	void ordersCancelsAndTopUpsOfOneWalletAddUp() {
		List<Answer> answers = Crowd.atOnce(12, (i) -> switch (i % 3) {
			case 0 -> buy();
			case 1 -> {
				Answer order = buy();
				if (order.status() == 201) {
					Patience.definite(() -> this.customer.post("/api/orders/" + order.text("/id") + "/cancel", ""))
						.expect(200);
					Patience.until(() -> this.customer.read("/api/orders/" + order.text("/id"))
						.text("/paymentStatus")
						.equals("REFUNDED"));
				}
				yield new Answer("cancelled", 0, order.headers(), order.body());
			}
			default -> {
				String key = Person.newKey();
				yield Patience.definite(() -> this.customer.topUp("33.33", key)).expect(201);
			}
		});
		BigDecimal spent = sum(answers.stream().filter((answer) -> answer.call().endsWith("/api/orders")).toList());
		assertThat(new BigDecimal(this.customer.balance()))
			.isEqualByComparingTo(new BigDecimal("483.32").subtract(spent));
		Patience.until(() -> BigDecimal.valueOf(100 - this.wares.stock()).compareTo(spent.movePointLeft(2)) == 0);
	}

	private Answer buy() {
		Patience.definite(() -> this.wares.intoCartOf(this.customer, 1)).expect(201);
		String total = this.customer.read("/api/cart").at("/total").toString();
		return Patience.order(this.customer, Person.newKey(), total);
	}

	private static BigDecimal sum(List<Answer> answers) {
		return answers.stream()
			.filter((answer) -> answer.status() == 201)
			.map((answer) -> answer.at("/total").decimalValue())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	@Test
	void payoutsTakeWhatIsThereAndNoMore() {
		this.wares.intoCartOf(this.customer, 3).expect(201);
		String order = this.customer.order(Person.newKey(), "300").expect(201).text("/id");
		this.wares.deliver(order);
		this.customer.post("/api/orders/" + order + "/shipments/" + this.wares.shopId() + "/confirm", "").expect(200);
		Patience.until(() -> new BigDecimal(this.wares.balance()).intValue() == 300);

		List<Answer> answers = Crowd.atOnce(20, (_) -> payOut(Person.newKey()));

		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(3);
		assertThat(answers.stream().filter((answer) -> answer.status() != 201).map(Answer::slug))
			.containsOnly("insufficient-funds");
		assertThat(new BigDecimal(this.wares.balance())).isEqualByComparingTo("15");
	}

	private Answer payOut(String key) {
		return Patience.definite(() -> this.wares.owner()
			.post("/api/shops/" + this.wares.shopId() + "/wallet/payouts", "{\"amount\": 95}", "Idempotency-Key", key));
	}

	@Test
	void twentyTwinsOfATopUpAreOneEntry() {
		List<Answer> answers = Crowd.atOnce(20, (_) -> Patience.definite(() -> this.customer.topUp("50", "twin")));
		assertThat(answers).allSatisfy((answer) -> answer.expect(201));
		assertThat(answers.stream().map((answer) -> answer.text("/id")).distinct()).hasSize(1);
		assertThat(this.customer.balance()).isEqualTo("400.00");
		this.customer.topUp("51", "twin").expectProblem(422, "idempotency-key-reused");
	}

	@Test
	void ofTwinsWithDifferentAmountsOneAmountIsToppedUp() {
		List<Answer> answers = Crowd.atOnce(20,
				(i) -> Patience.definite(() -> this.customer.topUp(String.valueOf(10 + i / 2), "quarrel")));

		List<Answer> made = answers.stream().filter((answer) -> answer.status() == 201).toList();
		assertThat(made).hasSize(2);
		assertThat(made.getFirst().text("/id")).isEqualTo(made.getLast().text("/id"));
		answers.stream()
			.filter((answer) -> answer.status() != 201)
			.forEach((answer) -> answer.expectProblem(422, "idempotency-key-reused"));
		assertThat(this.customer.read("/api/customers/me/wallet/entries").at("/items")).hasSize(2);
		assertThat(new BigDecimal(this.customer.balance()))
			.isEqualByComparingTo(new BigDecimal("350").add(made.getFirst().at("/amount").decimalValue()));
	}

	@ParameterizedTest
	@EnumSource(names = { "BEFORE_DELIVERY", "ANSWER_LOST" })
	void aTopUpThatWasCutInTheMiddleIsOneEntry(Fault.Moment moment) throws Exception {
		Fault fault = new Fault("POST", "/api/customers/[^/]+/wallet/top-ups", moment,
				() -> Victim.CALLEE.die(Step.PAY));
		Store.proxy("customer-service").arm(fault);

		Answer answer = Patience.definite(() -> this.customer.topUp("50", "cut")).expect(201);

		fault.awaitStruck(1);
		assertThat(answer.header("Idempotency-Replayed")).isEqualTo((moment == Fault.Moment.ANSWER_LOST) ? "true" : "");
		assertThat(Patience.definite(() -> this.customer.get("/api/customers/me/wallet/entries")).at("/items"))
			.hasSize(2);
		Patience.until(Processes::isWell);
		assertThat(this.customer.balance()).isEqualTo("400.00");
	}

}
