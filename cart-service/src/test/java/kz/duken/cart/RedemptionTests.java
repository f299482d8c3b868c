package kz.duken.cart;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** An order uses a code once, and gives it back for good. */
@ServiceTest
class RedemptionTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	private Promotion promotion;

	@BeforeEach
	void aCode() {
		this.promotion = new Promotion(this.client, this.jdbc);
	}

	@Test
	void anOrderIsAnsweredTheSameForEver() {
		this.promotion.make(Map.of("percent", 5, "usageLimit", 1));
		UUID first = UUID.randomUUID();
		UUID second = UUID.randomUUID();
		assertThat(this.promotion.redeem(first, UUID.randomUUID())).isEqualTo("REDEEMED");
		assertThat(this.promotion.redeem(second, UUID.randomUUID())).isEqualTo("NOT_APPLICABLE USED_UP");
		assertThat(this.promotion.release(first)).isEqualTo("RELEASED");
		assertThat(this.promotion.release(first)).isEqualTo("RELEASED");
		assertThat(this.promotion.used()).isZero();
		assertThat(this.promotion.redeem(first, UUID.randomUUID())).isEqualTo("REDEEMED");
		assertThat(this.promotion.redeem(second, UUID.randomUUID())).isEqualTo("NOT_APPLICABLE USED_UP");
		assertThat(this.promotion.used()).isZero();
		assertThat(this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID())).isEqualTo("REDEEMED");
	}

	@Test
	void aReleaseThatComesFirstRefuses() {
		this.promotion.make(Map.of("percent", 5));
		UUID order = UUID.randomUUID();
		assertThat(this.promotion.release(order)).isEqualTo("RELEASED");
		assertThat(this.promotion.redeem(order, UUID.randomUUID())).isEqualTo("RELEASED");
		assertThat(this.promotion.used()).isZero();
	}

	@Test
	void afterTheDeadlineItIsTooLate() {
		this.promotion.make(Map.of("percent", 5));
		UUID order = UUID.randomUUID();
		assertThat(this.promotion.redeem(order, UUID.randomUUID(), "5.00", Instant.now().minusSeconds(5)))
			.isEqualTo("EXPIRED");
		assertThat(this.promotion.redeem(order, UUID.randomUUID())).isEqualTo("EXPIRED");
		assertThat(this.promotion.used()).isZero();
	}

	@Test
	void anotherDiscountThanTheCustomerWasShownIsRefused() {
		this.promotion.make(Map.of("percent", 5));
		assertThat(this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID(), "6.00", Instant.now().plusSeconds(60)))
			.isEqualTo("NOT_APPLICABLE EXPIRED");
	}

	@Test
	void theLimitHoldsInARace() {
		this.promotion.make(Map.of("percent", 5, "usageLimit", 3));
		List<String> answers = AllAtOnce.run(16, () -> this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID()));
		assertThat(answers.stream().filter("REDEEMED"::equals)).hasSize(3);
		assertThat(answers.stream().filter("NOT_APPLICABLE USED_UP"::equals)).hasSize(13);
		assertThat(this.promotion.used()).isEqualTo(3);
	}

	@Test
	void theLimitOfACustomerHoldsInARace() {
		this.promotion.make(Map.of("percent", 5, "perCustomerLimit", 2));
		UUID one = UUID.randomUUID();
		List<String> answers = AllAtOnce.run(12, () -> this.promotion.redeem(UUID.randomUUID(), one));
		assertThat(answers.stream().filter("REDEEMED"::equals)).hasSize(2);
		assertThat(this.promotion.used()).isEqualTo(2);
	}

	@Test
	void twinsOfOneOrderTakeOneUse() {
		this.promotion.make(Map.of("percent", 5));
		UUID order = UUID.randomUUID();
		UUID customer = UUID.randomUUID();
		assertThat(AllAtOnce.run(10, () -> this.promotion.redeem(order, customer))).containsOnly("REDEEMED");
		assertThat(this.promotion.used()).isOne();
		assertThat(AllAtOnce.run(10, () -> this.promotion.release(order))).containsOnly("RELEASED");
		assertThat(this.promotion.used()).isZero();
	}

	@Test
	void aRedemptionAndItsReleaseAtOnceLeaveNothing() {
		this.promotion.make(Map.of("percent", 5));
		for (int i = 0; i < 20; i++) {
			UUID order = UUID.randomUUID();
			UUID customer = UUID.randomUUID();
			AllAtOnce.run(List.of(() -> this.promotion.redeem(order, customer), () -> this.promotion.release(order)));
			assertThat(this.promotion.used()).isZero();
		}
	}

}
