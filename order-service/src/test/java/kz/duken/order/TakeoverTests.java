package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import io.micrometer.core.instrument.MeterRegistry;
import kz.duken.test.AllAtOnce;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Every order comes to its end, whoever fails at whatever moment. */
@OrderServiceTest
@ExtendWith(OutputCaptureExtension.class)
class TakeoverTests {

	@Autowired
	Store store;

	@Autowired
	Crashes crashes;

	@Autowired
	JdbcClient sql;

	@Autowired
	CheckoutProgress progress;

	@Autowired
	Cancellation cancellation;

	@Autowired
	OverdueOrders overdue;

	@Autowired
	MeterRegistry meters;

	/** What is left is worked off, so that no test meets the work of another. */
	@AfterEach
	void everyOrderIsAtItsEnd() {
		this.store.heals();
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> this.sql.sql("select count(*) from purchase_order where step <> 'END'")
				.query(Long.class)
				.single() == 0);
	}

	static List<UrlPattern> stepsToConfirmed() {
		return List.of(Store.RESERVE, Store.REDEEM, Store.PAY, Store.COMMIT, Store.TAKE_OUT);
	}

	static Stream<Arguments> passingFaults() {
		return stepsToConfirmed().stream()
			.flatMap((step) -> Stream
				.of(Store.lostAnswer(), Store.outage(), WireMock.serviceUnavailable(), WireMock.status(401),
						WireMock.okJson("{\"outcome\": \"HUH\"}"))
				.map((failure) -> Arguments.of(step, failure)));
	}

	@ParameterizedTest
	@MethodSource("passingFaults")
	void theRequestItselfAsksAgain(UrlPattern step, ResponseDefinitionBuilder failure) {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.hasPromoCode(buyer, "SPRING", "0");
		this.store.fails(step, 1, failure);

		Store.Answer answer = this.store.order(buyer);

		assertThat(answer.status()).isEqualTo(201);
		assertThat(this.store.history(buyer, answer.orderId())).containsExactly("PLACED", "PAID", "CONFIRMED");
	}

	@ParameterizedTest
	@MethodSource("stepsToConfirmed")
	void whatTakesTooLongIsAccepted(UrlPattern step) {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.hasPromoCode(buyer, "SPRING", "0");
		this.store.fails(step, Store.silence());

		Store.Answer accepted = this.store.order(buyer, "k1");
		this.store.heals();

		assertThat(accepted.status()).isEqualTo(202);
		assertThat(accepted.header("Location")).isEqualTo("/api/orders/" + accepted.orderId());
		assertThat(accepted.orderStatus()).isEqualTo("PENDING");
		comesToItsEnd(buyer, accepted.orderId(), "CONFIRMED");
		Store.Answer repeated = this.store.order(buyer, "k1");
		assertThat(repeated.status()).isEqualTo(201);
		assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(this.store.history(buyer, accepted.orderId())).containsExactly("PLACED", "PAID", "CONFIRMED");
	}

	@Test
	void aNeighbourThatIsBusyIsAskedAgainByNobodyElse() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.fails(Store.CART, WireMock.serviceUnavailable().withHeader("Retry-After", "1"));

		this.store.order(buyer);

		assertThat(this.store.calls(Store.CART, buyer.id())).isEqualTo(1);
	}

	@Test
	void whoRepeatsWhileItRunsWaitsForItsEnd() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.fails(Store.PAY, Store.outage());
		assertThat(this.store.order(buyer, "k1").status()).isEqualTo(202);

		List<Store.Answer> answers = AllAtOnce
			.run(List.of(() -> this.store.order(buyer, "k1"), () -> this.store.order(buyer, "k1"), () -> {
				Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
				this.store.heals();
				return this.store.order(buyer, "k1");
			}));

		assertThat(answers).extracting(Store.Answer::status).containsOnly(201);
		assertThat(answers).extracting((answer) -> answer.header("Idempotency-Replayed")).containsOnly("true");
	}

	@Test
	void aRefusalThatCannotBeCarriedOutYetIsToldLater() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.answers(Store.PAY, "{\"outcome\": \"INSUFFICIENT_FUNDS\", \"balance\": 1}");
		this.store.fails(Store.RELEASE, Store.outage());

		Store.Answer accepted = this.store.order(buyer, "k1");
		this.store.heals();

		assertThat(accepted.status()).isEqualTo(202);
		assertThat(accepted.body().path("rejection").isNull()).isTrue();
		comesToItsEnd(buyer, accepted.orderId(), "REJECTED");
		assertThat(this.store.order(buyer, "k1").status()).isEqualTo(402);
	}

	@ParameterizedTest
	@MethodSource("kz.duken.order.Crashes#steps")
	void whatACrashHasLeftIsBroughtToItsEnd(CheckoutStep step) {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.store.isWell(buyer);

		UUID id = this.crashes.leave(buyer, "k1", step);

		comesToItsEnd(buyer, id, (step == CheckoutStep.RELEASE) ? "REJECTED" : "CONFIRMED");
		assertThat(this.store.calls(Store.RESERVE, id) > 0).isEqualTo(step == CheckoutStep.RESERVE);
		assertThat(this.store.calls(Store.REDEEM, id) > 0).isEqualTo(step == CheckoutStep.REDEEM);
		assertThat(this.store.calls(Store.TAKE_OUT, id) > 0).isEqualTo(step != CheckoutStep.RELEASE);
	}

	@ParameterizedTest
	@MethodSource("kz.duken.order.Crashes#steps")
	void whatACrashHasLeftIsBroughtToItsEndByItsTwin(CheckoutStep step) {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.store.isWell(buyer);
		UUID id = this.crashes.leave(buyer, "k1", step);

		Store.Answer twin = this.store.order(buyer, "k1");

		assertThat(twin.status()).isEqualTo((step == CheckoutStep.RELEASE) ? 409 : 201);
		assertThat(twin.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(this.store.order(buyer, id).orderStatus()).isNotEqualTo("PENDING");
	}

	@Test
	void aDraftThatACrashHasLeftGoesByItself() {
		Buyer buyer = Buyer.ofOneThing();

		UUID id = this.crashes.leaveDraft(buyer, "k1", Duration.ZERO);

		Awaitility.await().until(() -> this.crashes.isGone(id));
	}

	@Test
	void aDraftThatACrashHasLeftMakesWayForItsTwin() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		UUID id = this.crashes.leaveDraft(buyer, "k1", Duration.ofMillis(300));

		Store.Answer twin = this.store.order(buyer, "k1");

		assertThat(twin.status()).isEqualTo(201);
		assertThat(twin.orderId()).isNotEqualTo(id);
		assertThat(twin.header("Idempotency-Replayed")).isEmpty();
	}

	@Test
	void aDraftThatACrashHasLeftMakesWayForAnotherCheckout() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.crashes.leaveDraft(buyer, "k1", Duration.ZERO);

		assertThat(this.store.order(buyer, "k2").status()).isEqualTo(201);
	}

	@Test
	void aDraftIsNobodysOrder() {
		Buyer buyer = Buyer.ofOneThing();
		UUID id = this.crashes.leaveDraft(buyer, "k1", Duration.ofSeconds(1));

		assertThat(this.store.order(buyer, id).status()).isEqualTo(404);
		assertThat(this.store.get(buyer.token(), "/api/orders?status=PENDING").body().path("items").size()).isZero();
		assertThat(this.store.order(buyer, "k2").slug()).isEqualTo("checkout-in-progress");
	}

	@Test
	void pollersNeverTakeTheSameOrder() {
		List<UUID> left = Stream.generate(Buyer::ofOneThing)
			.limit(30)
			.peek((buyer) -> this.store.isWell(buyer))
			.map((buyer) -> this.crashes.leaveUntaken(buyer, CheckoutStep.FINISH))
			.toList();
		this.crashes.endLeases(left);

		List<UUID> taken = AllAtOnce.run(6, this.progress::takeLeases).stream().flatMap(List::stream).toList();

		assertThat(taken).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(left);
	}

	@Test
	void whatCannotBeGoneOnWithKeepsNobodyElseWaiting() {
		Buyer stuck = Buyer.ofOneThing();
		Buyer other = Buyer.ofOneThing();
		this.store.isWell(stuck, other);
		UUID cancelled = this.store.order(other).orderId();
		UUID broken = this.crashes.leaveUntaken(stuck, CheckoutStep.PAY);
		this.sql.sql("insert into order_history (order_id, type, detail) values (?, 'PAID', 'by mistake')")
			.param(broken)
			.update();
		this.crashes.endLeases(List.of(broken));

		this.cancellation.cancel(cancelled, "the customer");
		UUID waiting = this.crashes.leave(other, "k2", CheckoutStep.PAY);

		comesToItsEnd(other, waiting, "CONFIRMED");
		Awaitility.await()
			.atMost(Duration.ofSeconds(6))
			.until(() -> this.store.order(other, cancelled).body().path("paymentStatus").asString().equals("REFUNDED"));
		assertThat(this.store.order(stuck, broken).orderStatus()).isEqualTo("PENDING");
		this.crashes.mend(broken);
	}

	@Test
	void aRefusalThatNobodyExpectedIsSeen(CapturedOutput output) {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		this.store.fails(Store.PAY, WireMock.status(409));
		UUID id = this.store.order(buyer).orderId();
		assertThat(output).contains("ERROR").contains("Order " + id + " is stuck at PAY");
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
		this.store.isWell(buyer);
	}

	@Test
	void oneThatWakesUpLateChangesNothing() {
		Buyer buyer = Buyer.ofOneThing();
		this.store.isWell(buyer);
		UUID id = this.crashes.leave(buyer, "k1", CheckoutStep.RESERVE);
		comesToItsEnd(buyer, id, "CONFIRMED");

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

	private void comesToItsEnd(Buyer buyer, UUID id, String status) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(6))
			.until(() -> this.store.order(buyer, id).orderStatus().equals(status));
	}

}
