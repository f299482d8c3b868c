package kz.duken.system;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The driver of an order or of a settlement dies, or falls asleep for longer than its
 * lease, and another one carries it on to its end. When a sleeper wakes up it does no
 * harm: neither when it has lost its answer and asks again, nor when it has it and goes
 * on. Only with {@code -Pproof}.
 */
@ExtendWith(Reported.class)
@EnabledIfSystemProperty(named = "proof", matches = "true")
@Order(Integer.MAX_VALUE - 3)
class TakeoverProof {

	private static final String DRIVER = "order-service";

	private static final String OTHER = "order-service-2";

	private static final Duration TAKEN_OVER = Duration.ofSeconds(6);

	@BeforeAll
	static void up() {
		Store.upTwice();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DRAFT")
	void whoeverDiesHasASuccessor(Step step) throws Exception {
		Scene scene = new Scene(step.story(), Report.random("dead driver at " + step));
		Map<String, ProcessHandle> dead = new ConcurrentHashMap<>();
		Fault death = new Fault(step, Fault.Moment.ANSWER_LOST, () -> dead.putAll(Victim.CALLER.die(step)));
		armAll(step, death);
		try {
			CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> scene.actAt(DRIVER));
			death.awaitStruck(20);
			Instant died = Instant.now();
			Duration took = Duration.between(died, askedAgain(step, death.struck()));
			asked.get(60, TimeUnit.SECONDS);
			scene.checkAnswer(scene.act());
			scene.end();
			scene.check();
			Patience.until(Processes::isWell);
			Victim.checkReplaced(dead);
			assertThat(Store.run("audit", "--wait", "30")).as("the audit").isZero();
			assertThat(took).as("taken over").isLessThanOrEqualTo(TAKEN_OVER);
			Report.line("Driver killed at %s: taken over after %.1f s".formatted(step, took.toMillis() / 1000.0));
		}
		finally {
			Store.disarm();
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DRAFT")
	void whoeverWakesUpTooLateDoesNoHarm(Step step) throws Exception {
		sleep(step, Fault.Moment.ANSWER_LOST);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DRAFT")
	void whoeverWakesUpWithItsAnswerInHandDoesNoHarm(Step step) throws Exception {
		sleep(step, Fault.Moment.ANSWER_HELD);
	}

	private static void sleep(Step step, Fault.Moment moment) throws Exception {
		Scene scene = new Scene(step.story(), Report.random("zombie at " + step));
		ProcessHandle sleeper = Store.process(DRIVER);
		Fault sleep = new Fault(step, moment, () -> Processes.stop(sleeper));
		armAll(step, sleep);
		try {
			CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> scene.actAt(DRIVER));
			sleep.awaitStruck(20);
			Instant asleep = Instant.now();
			assertThat(Processes.isStopped(sleeper)).as("asleep when its answer was sent or lost").isTrue();
			Duration took = Duration.between(asleep, askedAgain(step, sleep.struck()));
			Patience.until("the end by another driver", () -> scene.isOverAt(OTHER));
			scene.goOn();
			wake(sleeper, Freeze.idIn(sleep.struck()));
			asked.get(60, TimeUnit.SECONDS);
			scene.checkAnswer(scene.act());
			scene.end();
			scene.check();
			assertThat(Store.run("audit", "--wait", "30")).as("the audit").isZero();
			assertThat(took).as("taken over").isLessThanOrEqualTo(TAKEN_OVER);
			Report.line("Driver asleep at %s, its answer %s: taken over after %.1f s".formatted(step,
					(moment == Fault.Moment.ANSWER_HELD) ? "in hand" : "lost", took.toMillis() / 1000.0));
		}
		finally {
			Store.signal("CONT", sleeper);
			Store.disarm();
		}
	}

	/** Nobody takes a draft over, of which the customer knows nothing: he asks again. */
	@Test
	void whoeverHasReadTheCartTooLateMakesNoOrderOfIt() throws Exception {
		Scene scene = new Scene(Story.BOUGHT, Report.random("zombie at a draft"));
		ProcessHandle sleeper = Store.process(DRIVER);
		Fault sleep = new Fault(Step.DRAFT, Fault.Moment.ANSWER_HELD, () -> Processes.stop(sleeper));
		armAll(Step.DRAFT, sleep);
		try {
			CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(() -> scene.orderedAt(DRIVER));
			sleep.awaitStruck(20);
			assertThat(Processes.isStopped(sleeper)).as("asleep when the cart was sent").isTrue();
			Patience.until("the order by another driver", () -> scene.orderedAt(OTHER).status() == 201);
			scene.goOn();
			assertThat(asked).as("the first request").isNotDone();
			Store.signal("CONT", sleeper);
			Answer late = asked.get(60, TimeUnit.SECONDS);
			Answer order = scene.orderedAt(OTHER).expect(201);
			assertThat(late.status() == 503 || late.text("/id").equals(order.text("/id")))
				.as("%s is no other order than %s", late.body(), order.body())
				.isTrue();
			scene.check();
			assertThat(Store.run("audit", "--wait", "30")).as("the audit").isZero();
			Report.line("Driver asleep at DRAFT, the cart in hand: the customer has one order");
		}
		finally {
			Store.signal("CONT", sleeper);
			Store.disarm();
		}
	}

	/** When the same is asked again, by whoever has taken over. */
	private static Instant askedAgain(Step step, String path) throws Exception {
		CompletableFuture<Instant> again = new CompletableFuture<>();
		armAll(step, new Fault(step.method(), Pattern.quote(path), Fault.Moment.MEANWHILE,
				() -> again.complete(Instant.now())));
		return again.get(30, TimeUnit.SECONDS);
	}

	/** Either instance may be asked. */
	private static void armAll(Step step, Fault fault) {
		Store.proxy(step.callee()).arm(fault);
		Store.proxy(step.callee() + "-2").arm(fault);
	}

	/**
	 * Wakes it up while the order's row is locked, until it is seen waiting for the row:
	 * it has an answer, and wants to write down what that leads to.
	 */
	private static void wake(ProcessHandle sleeper, String order) throws SQLException {
		try (RowLock row = RowLock.on(order)) {
			Store.signal("CONT", sleeper);
			Awaitility.await("the sleeper going on").atMost(TAKEN_OVER.multipliedBy(5)).until(() -> row.waiting() > 0);
		}
	}

}
