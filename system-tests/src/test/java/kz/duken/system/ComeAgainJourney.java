package kz.duken.system;

import java.math.BigDecimal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom a service does not answer is told when to come again; then it is done, and once.
 */
class ComeAgainJourney {

	private final Wares wares = Wares.offered("500", 5);

	private final Person customer = Person.registered().withMoney("1000");

	@BeforeAll
	static void up() {
		Store.up();
	}

	@AfterEach
	void nothingIsStruckAnyMore() {
		Store.disarm();
	}

	@Test
	void whatHasNotComeToTheCartIsPutInLater() throws InterruptedException {
		Fault fault = armed("cart-service", "/api/cart/items", Fault.Moment.BEFORE_DELIVERY);

		Answer unknown = this.wares.intoCartOf(this.customer, 2);

		fault.awaitStruck(1);
		assertThat(unknown.expectProblem(503, "unavailable").whole("/status")).isEqualTo(503);
		assertThat(unknown.retryAfter()).isBetween(1, 60);
		assertThat(this.customer.get("/api/cart").expect(200).whole("/count")).isZero();
		assertThat(this.wares.intoCartOf(this.customer, 2).expect(201).whole("/count")).isEqualTo(2);
	}

	@Test
	void aPayoutThatNobodyCouldTellOfIsMadeOnce() throws InterruptedException {
		sold();
		Fault fault = armed("customer-service", "/internal/shops/[^/]+/wallet/payouts", Fault.Moment.ANSWER_LOST);
		String key = Person.newKey();

		Answer unknown = payOut(key);

		fault.awaitStruck(1);
		assertThat(unknown.expectProblem(503, "unavailable").retryAfter()).isBetween(1, 60);
		Answer made = payOut(key).expect(201);
		assertThat(made.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(made.at("/amount").decimalValue()).isEqualByComparingTo("-300");
		assertThat(new BigDecimal(this.wares.balance())).isEqualByComparingTo("200");
		assertThat(this.wares.owner()
			.get("/api/shops/" + this.wares.shopId() + "/wallet/entries")
			.expect(200)
			.at("/items")
			.findValuesAsString("kind")).containsExactly("PAYOUT", "SALE");
	}

	private static Fault armed(String service, String path, Fault.Moment moment) {
		Fault fault = new Fault("POST", path, moment, () -> {
			// nobody dies of it
		});
		Store.proxy(service).arm(fault);
		return fault;
	}

	/** The shop has been paid for one piece. */
	private void sold() {
		this.wares.intoCartOf(this.customer, 1).expect(201);
		String order = this.customer.order(Person.newKey()).expect(201).text("/id");
		this.wares.deliver(order);
		this.customer.post("/api/orders/" + order + "/shipments/" + this.wares.shopId() + "/confirm", "").expect(200);
		Patience.until("the shop's money", () -> new BigDecimal(this.wares.balance()).intValue() == 500);
	}

	private Answer payOut(String key) {
		return this.wares.owner()
			.post("/api/shops/" + this.wares.shopId() + "/wallet/payouts", "{\"amount\": 300}", "Idempotency-Key", key);
	}

}
