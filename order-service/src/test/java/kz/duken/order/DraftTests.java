package kz.duken.order;

import java.time.Duration;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A draft becomes an order, or nothing is left of it. */
@UnhurriedOrderServiceTest
class DraftTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@Autowired
	Crashes crashes;

	@Autowired
	CheckoutProgress progress;

	@Autowired
	JdbcClient sql;

	@Autowired
	OverdueOrders overdue;

	@Autowired
	MeterRegistry meters;

	@AfterEach
	void everyOrderIsAtItsEnd() {
		this.open.areWorkedOff();
	}

	@Test
	void aDraftThatACrashHasLeftMakesWayForItsTwin() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		UUID id = this.crashes.leaveDraft(buyer, "k1", Duration.ofMillis(300));

		Store.Answer twin = this.store.order(buyer, "k1");

		assertThat(twin.status()).isEqualTo(201);
		assertThat(twin.orderId()).isNotEqualTo(id);
		assertThat(twin.header("Idempotency-Replayed")).isEmpty();
	}

	@Test
	void aDraftThatACrashHasLeftMakesWayForAnotherCheckout() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.crashes.leaveDraft(buyer, "k1", Duration.ZERO);

		assertThat(this.store.order(buyer, "k2").status()).isEqualTo(201);
	}

	/** Else its customer would be told of a checkout under way, and there is none. */
	@Test
	void aDraftThatACrashHasLeftIsNotTaken() {
		UUID id = this.crashes.leaveDraft(Buyer.ofOneThing(), "k1", Duration.ZERO);

		assertThat(this.progress.takeLeases(10)).doesNotContain(id);
	}

	@Test
	void aDraftIsNobodysOrder() {
		Buyer buyer = Buyer.ofOneThing();
		UUID id = this.crashes.leaveDraft(buyer, "k1", Duration.ofMinutes(1));

		assertThat(this.store.order(buyer, id).status()).isEqualTo(404);
		assertThat(this.store.get(buyer.token(), "/api/orders?status=PENDING").body().path("items").size()).isZero();
		assertThat(this.store.order(buyer, "k2").slug()).isEqualTo("checkout-in-progress");
	}

	@Test
	void anOrderBeyondItsDeadlineIsCounted() {
		Buyer buyer = Buyer.ofOneThing();
		UUID id = this.crashes.leaveOverdueDraft(buyer);

		this.overdue.count();

		assertThat(this.meters.get("duken.checkout.overdue").gauge().value()).isPositive();
		this.sql.sql("delete from purchase_order where id = ?").param(id).update();
	}

	@Test
	void whatWasDoneThoughTheAnswerWasLostIsDone() {
		Buyer buyer = Buyer.ofOneThing();
		UUID id = this.crashes.open(buyer, "k1");

		assertThat(this.crashes.open(id, buyer, "k1")).isTrue();
		assertThat(this.crashes.open(UUID.randomUUID(), buyer, "k1")).isFalse();
		assertThat(this.crashes.fill(id, buyer, null)).isTrue();
		assertThat(this.crashes.fill(id, buyer, null)).isTrue();
		assertThat(this.store.history(buyer, id)).containsExactly("PLACED");
		assertThat(this.crashes.fill(UUID.randomUUID(), buyer, null)).isFalse();
	}

}
