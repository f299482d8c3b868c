package kz.duken.system;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What many do at once ends as if one had done it after the other. */
class RaceProof {

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
		assertThat(Store.run("audit")).isZero();
	}

	@Test
	void fiftyCheckoutsOfOneCartBuyItOnce() {
		this.wares.intoCartOf(this.customer, 1).expect(201);
		List<Answer> answers = Crowd.atOnce(50, (_) -> Patience.order(this.customer, Person.newKey(), "100.00"));
		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.status() != 201).map(RaceProof::slug))
			.isSubsetOf("checkout-in-progress", "cart-empty", "price-changed");
		assertThat(this.customer.balance()).isEqualTo("250.00");
		assertThat(this.wares.stock()).isEqualTo(99);
	}

	@Test
	void fiftyTwinsOfOneKeyHaveOneAnswer() {
		this.wares.intoCartOf(this.customer, 1).expect(201);
		List<Answer> answers = Crowd.atOnce(50, (_) -> Patience.order(this.customer, "twin", "100.00"));
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(201));
		assertThat(answers.stream().map((answer) -> answer.text("/id")).distinct()).hasSize(1);
		assertThat(this.customer.balance()).isEqualTo("250.00");
		this.customer.order("twin", "99.00").expectProblem(422, "idempotency-key-reused");
	}

	@Test
	void aWalletIsSpentToItsEndAndNotBeyond() {
		List<Answer> answers = Crowd.inTurns(40, 8, (_) -> {
			Patience.definite(() -> this.wares.intoCartOf(this.customer, 1)).expect(201);
			String total = Patience.definite(() -> this.customer.get("/api/cart")).expect(200).at("/total").toString();
			return Patience.order(this.customer, Person.newKey(), total);
		});
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isIn(201, 402, 409));
		BigDecimal spent = answers.stream()
			.filter((answer) -> answer.status() == 201)
			.map((answer) -> answer.at("/total").decimalValue())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		assertThat(spent).isBetween(BigDecimal.ZERO, new BigDecimal(350));
		assertThat(new BigDecimal(this.customer.balance())).isEqualByComparingTo(new BigDecimal(350).subtract(spent));
		assertThat(BigDecimal.valueOf(100 - this.wares.stock(), 0)).isEqualByComparingTo(spent.movePointLeft(2));
	}

	@Test
	void twentyCancelsGiveBackOnce() {
		this.wares.intoCartOf(this.customer, 3).expect(201);
		String order = this.customer.order(Person.newKey(), "300").expect(201).text("/id");
		List<Answer> answers = Crowd.atOnce(20,
				(_) -> Patience.definite(() -> this.customer.post("/api/orders/" + order + "/cancel", "")));
		assertThat(answers)
			.allSatisfy((answer) -> assertThat(answer.expect(200).text("/status")).isEqualTo("CANCELLED"));
		Patience.until(() -> this.customer.get("/api/orders/" + order).text("/paymentStatus").equals("REFUNDED"));
		assertThat(this.customer.balance()).isEqualTo("350.00");
		Patience.until(() -> this.wares.stock() == 100);
	}

	@Test
	void aPriceThatMovesIsNeverPaidUnseen() {
		AtomicBoolean ended = new AtomicBoolean();
		Thread owner = Thread.startVirtualThread(() -> {
			for (int price = 100; !ended.get(); price = (price == 100) ? 101 : 100) {
				String body = "{\"price\": " + price + "}";
				Patience.definite(() -> this.wares.change(body));
			}
		});
		this.wares.intoCartOf(this.customer, 1).expect(201);
		List<Answer> answers = Crowd.inTurns(30, 3, (_) -> Patience.order(this.customer, Person.newKey(), "100.00"));
		ended.set(true);
		join(owner);
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isIn(201, 409));
		answers.stream()
			.filter((answer) -> answer.status() == 201)
			.forEach((answer) -> assertThat(answer.at("/total").decimalValue()).isEqualByComparingTo("100"));
		assertThat(this.customer.balance()).isIn("250.00", "350.00");
	}

	@Test
	void aCartThatIsEditedMeanwhileKeepsWhatWasPutIn() {
		this.wares.intoCartOf(this.customer, 1).expect(201);
		List<Answer> answers = Crowd.atOnce(9,
				(i) -> (i == 0) ? Patience.order(this.customer, Person.newKey(), "100.00")
						: Patience.definite(() -> this.wares.intoCartOf(this.customer, 1)));
		int added = (int) answers.stream().skip(1).filter((answer) -> answer.status() == 201).count();
		int bought = (answers.getFirst().status() == 201) ? 1 : 0;
		assertThat(this.customer.get("/api/cart").expect(200).whole("/count")).isEqualTo(1 + added - bought);
	}

	@Test
	void theLastUseOfAPromoCodeIsOnes() {
		String code = "L" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT);
		Person.admin()
			.post("/api/promo-codes", "{\"code\": \"" + code + "\", \"percent\": 50, \"usageLimit\": 1}")
			.expect(201);
		List<Person> buyers = Crowd.inTurns(12, 3,
				(_) -> Person.of(Patience.definite(Person::account)).withMoney("100"));
		buyers.forEach((buyer) -> {
			this.wares.intoCartOf(buyer, 1).expect(201);
			buyer.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}").expect(200);
		});
		List<Answer> answers = Crowd.atOnce(12, (i) -> Patience.order(buyers.get(i), Person.newKey(), "50.00"));
		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.status() != 201).map(RaceProof::slug))
			.containsOnly("promo-code-not-applicable");
		assertThat(this.wares.stock()).isEqualTo(99);
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String slug(Answer answer) {
		return answer.text("/type").replaceFirst(".*/", "");
	}

}
