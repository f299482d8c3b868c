package kz.duken.system;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The driver of an order falls asleep for longer than its lease, another one carries the
 * order on, and when the first one wakes up it does no harm. Only with {@code -Pproof}.
 */
@ExtendWith(Reported.class)
@EnabledIfSystemProperty(named = "proof", matches = "true")
@Order(Integer.MAX_VALUE - 3)
class ZombieProof {

	private static final String SLEEPER = "order-service";

	private static final String OTHER = "order-service-2";

	private static final Duration TAKEN_OVER = Duration.ofSeconds(6);

	@BeforeAll
	static void up() {
		Store.upTwice();
	}

	@ParameterizedTest
	@EnumSource(names = { "RESERVE", "REDEEM", "PAY", "COMMIT", "EMPTY_CART" })
	void whoeverWakesUpTooLateDoesNoHarm(Step step) throws Exception {
		Scene scene = new Scene(Story.BOUGHT, Report.random("zombie at " + step));
		ProcessHandle sleeper = Store.process(SLEEPER);
		CompletableFuture<Instant> takenOver = new CompletableFuture<>();
		Fault again = new Fault(step, Fault.Moment.MEANWHILE, () -> takenOver.complete(Instant.now()));
		Fault sleep = new Fault(step, Fault.Moment.ANSWER_LOST, () -> {
			Store.signal("STOP", sleeper);
			armAll(step, again);
		});
		armAll(step, sleep);
		try {
			CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> scene.actAt(SLEEPER));
			sleep.awaitStruck(20);
			Instant asleep = Instant.now();
			Duration took = Duration.between(asleep, takenOver.get(30, TimeUnit.SECONDS));
			Patience.until(() -> scene.isOverAt(OTHER));
			Store.signal("CONT", sleeper);
			asked.get(60, TimeUnit.SECONDS);
			scene.checkAnswer(scene.act());
			scene.check();
			assertThat(Store.run("audit", "--wait", "30")).as("the audit").isZero();
			assertThat(took).as("taken over").isLessThanOrEqualTo(TAKEN_OVER);
			Report.line("Driver asleep at %s: taken over after %.1f s".formatted(step, took.toMillis() / 1000.0));
		}
		finally {
			Store.signal("CONT", sleeper);
			Store.disarm();
		}
	}

	/** Either instance may be asked. */
	private static void armAll(Step step, Fault fault) {
		Store.proxy(step.callee()).arm(fault);
		Store.proxy(step.callee() + "-2").arm(fault);
	}

}
