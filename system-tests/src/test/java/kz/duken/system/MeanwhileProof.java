package kz.duken.system;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Something changes while a checkout is under way: between its order and its answer. */
@ExtendWith(Reported.class)
class MeanwhileProof {

	private final String code = "M" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT);

	private Wares wares;

	private Person customer;

	@BeforeAll
	static void up() {
		Store.up();
	}

	@BeforeEach
	void aCartWithACode() {
		this.wares = Wares.offered("100", 10);
		this.customer = Person.registered().withMoney("350");
		Person.admin()
			.post("/api/promo-codes", "{\"code\": \"" + this.code + "\", \"percent\": 50, \"usageLimit\": 1}")
			.expect(201);
		this.wares.intoCartOf(this.customer, 2).expect(201);
		this.customer.put("/api/cart/promo-code", "{\"code\": \"" + this.code + "\"}").expect(200);
	}

	@AfterEach
	void theAuditFindsNothing() {
		Store.disarm();
		assertThat(Store.run("audit")).isZero();
	}

	@Test
	void aPriceThatMovesIsNeverPaidUnseen() throws Exception {
		Answer answer = order(Step.RESERVE, () -> this.wares.change("{\"price\": 101}").expect(200));

		answer.expectProblem(409, "price-changed");
		nothingHasHappened(10);
	}

	@Test
	void whatIsSoldOutMeanwhileIsNotSold() throws Exception {
		Answer answer = order(Step.RESERVE, () -> this.wares.change("{\"stock\": 1}").expect(200));

		answer.expectProblem(409, "out-of-stock");
		assertThat(answer.at("/lines/0/available").asInt()).isEqualTo(1);
		nothingHasHappened(1);
	}

	@Test
	void aCodeThatIsGoneIsNotUsed() throws Exception {
		Answer answer = order(Step.REDEEM, () -> Person.admin().delete("/api/promo-codes/" + this.code).expect(204));

		answer.expectProblem(409, "promo-code-not-applicable");
		nothingHasHappened(10);
	}

	/** Its time is over after the cart was read, so it reserves too late; or redeems. */
	@ParameterizedTest
	@EnumSource(names = { "DRAFT", "RESERVE" })
	void whatComesTooLateHoldsNothing(Step before) throws Exception {
		Answer answer = order(before, () -> Database.letOrderExpire(this.customer.id()));

		answer.expectProblem(409, "checkout-expired");
		nothingHasHappened(10);
	}

	@Test
	void aPriceListThatComesMeanwhileSellsNothingTwice() throws Exception {
		Answer answer = order(Step.PAY, this::tenAreListed);

		answer.expect(201);
		assertThat(this.wares.stock()).isEqualTo(8);
		tenAreListed();
		assertThat(this.wares.stock()).isEqualTo(8);
	}

	@Test
	void whatComesBackAfterAPriceListComesBackOnce() throws Exception {
		Answer answer = order(Step.REDEEM, () -> {
			tenAreListed();
			Person.admin().delete("/api/promo-codes/" + this.code).expect(204);
		});

		answer.expectProblem(409, "promo-code-not-applicable");
		nothingHasHappened(10);
	}

	private void tenAreListed() {
		String list = """
				sku,product_id,name,brand,category,price,stock
				,%s,,,,100,10
				""".formatted(this.wares.productId());
		Answer report = this.wares.owner()
			.upload("/api/shops/" + this.wares.shopId() + "/offers/import", "text/csv", list)
			.expect(200);
		assertThat(report.whole("/unchanged")).isOne();
	}

	@Test
	void aCartKeepsWhatWasPutInMeanwhile() throws Exception {
		Answer answer = order(Step.RESERVE, () -> this.wares.intoCartOf(this.customer, 3).expect(201));

		answer.expect(201);
		assertThat(this.customer.balance()).isEqualTo("250.00");
		assertThat(this.wares.stock()).isEqualTo(8);
		assertThat(this.customer.read("/api/cart").whole("/count")).isEqualTo(3);
	}

	@Test
	void whatWasTakenOutOfTheCartMeanwhileIsBoughtAllTheSame() throws Exception {
		Answer answer = order(Step.RESERVE, () -> this.customer.delete("/api/cart").expect(200));

		answer.expect(201);
		assertThat(this.wares.stock()).isEqualTo(8);
		assertThat(this.customer.read("/api/cart").at("/items")).isEmpty();
	}

	@Test
	void whoWasRefusedIsRefusedThoughTheGoodsAreBackWhenHeAsksAgain() throws Exception {
		this.wares.change("{\"stock\": 1}").expect(200);

		Answer answer = order(Step.RESERVE, Fault.Moment.ANSWER_LOST,
				() -> this.wares.change("{\"stock\": 10}").expect(200));

		answer.expectProblem(409, "out-of-stock");
		nothingHasHappened(10);
	}

	private Answer order(Step step, Runnable meanwhile) throws InterruptedException {
		return order(step, Fault.Moment.MEANWHILE, meanwhile);
	}

	private Answer order(Step step, Fault.Moment moment, Runnable meanwhile) throws InterruptedException {
		Fault fault = new Fault(step, moment, meanwhile);
		Store.proxy(step.callee()).arm(fault);
		Answer answer = Patience.order(this.customer, Person.newKey(), "100.00");
		fault.awaitStruck(1);
		return answer;
	}

	private void nothingHasHappened(int stock) {
		assertThat(this.customer.balance()).isEqualTo("350.00");
		assertThat(this.wares.stock()).isEqualTo(stock);
		assertThat(this.customer.read("/api/cart").whole("/count")).isEqualTo(2);
		assertThat(this.customer.read("/api/orders").at("/items")).isEmpty();
		assertThat(this.customer.read("/api/orders?status=REJECTED").at("/items")).hasSize(1);
	}

}
