package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Every order comes to its end, at whatever moment its driver dies. */
@OrderServiceTest
class TakeoverTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@Autowired
	Crashes crashes;

	@Autowired
	JdbcClient sql;

	@Autowired
	CheckoutProgress progress;

	@Autowired
	Cancellation cancellation;

	@AfterEach
	void everyOrderIsAtItsEnd() {
		this.open.comeToTheirEnd();
	}

	@ParameterizedTest
	@MethodSource("kz.duken.order.Crashes#steps")
	void whatACrashHasLeftIsBroughtToItsEnd(CheckoutStep step) {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.neighbours.isWell(buyer);

		UUID id = this.crashes.leave(buyer, "k1", step);

		this.open.comesToItsEnd(buyer, id, (step == CheckoutStep.RELEASE) ? "REJECTED" : "CONFIRMED");
		assertThat(this.neighbours.calls(Neighbours.RESERVE, id) > 0).isEqualTo(step == CheckoutStep.RESERVE);
		assertThat(this.neighbours.calls(Neighbours.REDEEM, id) > 0).isEqualTo(step == CheckoutStep.REDEEM);
		assertThat(this.neighbours.calls(Neighbours.TAKE_OUT, id) > 0).isEqualTo(step != CheckoutStep.RELEASE);
	}

	@ParameterizedTest
	@MethodSource("kz.duken.order.Crashes#steps")
	void whatACrashHasLeftIsBroughtToItsEndByItsTwin(CheckoutStep step) {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.neighbours.isWell(buyer);
		UUID id = this.crashes.leave(buyer, "k1", step);

		Store.Answer twin = this.store.order(buyer, "k1");

		assertThat(twin.status()).isEqualTo((step == CheckoutStep.RELEASE) ? 409 : 201);
		assertThat(twin.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(this.store.order(buyer, id).orderStatus()).isNotEqualTo("PENDING");
	}

	@Test
	void aDraftThatACrashHasLeftGoesByItself() {
		UUID id = this.crashes.leaveDraft(Buyer.ofOneThing(), "k1", Duration.ZERO);

		Awaitility.await().until(() -> this.crashes.isGone(id));
	}

	@Test
	void whatCannotBeGoneOnWithKeepsNobodyElseWaiting() {
		Buyer stuck = Buyer.ofOneThing();
		Buyer other = Buyer.ofOneThing();
		this.neighbours.isWell(stuck, other);
		UUID cancelled = this.store.order(other).orderId();
		this.open.comesToItsEnd(other, cancelled, "CONFIRMED");
		UUID broken = this.crashes.leaveUntaken(stuck, CheckoutStep.PAY);
		this.sql.sql("insert into order_history (order_id, type, detail) values (?, 'PAID', 'by mistake')")
			.param(broken)
			.update();
		this.crashes.endLeases(List.of(broken));

		this.cancellation.cancel(cancelled, "the customer");
		UUID waiting = this.crashes.leave(other, "k2", CheckoutStep.PAY);

		this.open.comesToItsEnd(other, waiting, "CONFIRMED");
		this.open.isSettled(cancelled);
		assertThat(this.store.order(stuck, broken).orderStatus()).isEqualTo("PENDING");
		this.crashes.mend(broken);
	}

	@Test
	void oneThatWakesUpLateChangesNothing() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		UUID id = this.crashes.leave(buyer, "k1", CheckoutStep.RESERVE);
		this.open.comesToItsEnd(buyer, id, "CONFIRMED");

		this.progress.reserved(id);
		this.progress.paid(id);
		this.progress.finished(id);
		this.progress.refused(CheckoutStep.RESERVE, id, Rejection.expired());
		this.progress.renewLease(id);

		Store.Answer order = this.store.order(buyer, id);
		assertThat(order.orderStatus()).isEqualTo("CONFIRMED");
		assertThat(order.body().path("rejection").isNull()).isTrue();
		assertThat(this.store.history(buyer, id)).containsExactly("PLACED", "PAID", "CONFIRMED");
	}

}
