package kz.duken.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever breaks at whatever step of an order, nothing is lost and nothing happens
 * twice. One cell for each step by itself; all of them with {@code -Pproof}.
 */
@ExtendWith(Reported.class)
class StepMatrixProof {

	private static final Duration LONGEST_END = Duration.ofSeconds(60);

	/** Of a hundred cells all but one are at their end by then. */
	private static final Duration USUAL_END = Duration.ofSeconds(15);

	private static final int ENOUGH_TO_TELL = 100;

	/**
	 * What comes late has a token of the service that sent it, which lives for 60 s and
	 * may have been shown for 15.
	 */
	private static final Duration TOKEN = Duration.ofSeconds(40);

	@BeforeAll
	static void up() {
		Store.up();
		Report.line("\n| step | story | moment | killed | customer | at its end after all was well |\n"
				+ "|---|---|---|---|---|--:|");
	}

	/** Those alone that {@code -Dcells} finds, if it is said. */
	static List<Cell> cells() {
		Pattern wanted = Pattern.compile(System.getProperty("cells", ""));
		boolean all = Boolean.getBoolean("proof") || !wanted.pattern().isEmpty();
		return (all ? Cell.all() : Cell.few()).stream()
			.filter((cell) -> wanted.matcher(cell.toString()).find())
			.toList();
	}

	@ParameterizedTest
	@MethodSource("cells")
	void nothingIsLost(Cell cell) throws Exception {
		Scene scene = new Scene(cell.story(), Report.random(cell.toString()));
		FaultProxy proxy = Store.proxy(cell.step().callee());
		Map<String, ProcessHandle> dead = new ConcurrentHashMap<>();
		Fault fault = new Fault(cell.step(), cell.moment(), () -> dead.putAll(cell.victim().die(cell.step())));
		proxy.arm(fault);
		try {
			CompletableFuture<Void> acting = CompletableFuture.runAsync(() -> act(cell, scene));
			fault.awaitStruck(40);
			Instant struck = Instant.now();
			Patience.until(Processes::isWell);
			Instant healed = Instant.now();
			Victim.checkReplaced(dead);
			acting.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
			scene.end();
			Duration end = Duration.between(healed, Instant.now());
			if (cell.moment() == Fault.Moment.LATE) {
				deliverLate(proxy, scene, struck);
			}
			scene.check();
			assertThat(end).isLessThan(LONGEST_END);
			assertThat(Store.run("audit", "--wait", "30")).as("the audit").isZero();
			Report.ended(end);
			Report.line("| %s | %s | %s | %s | %s | %.1f s |".formatted(cell.step(), cell.story(), cell.moment(),
					cell.victim(), cell.attended() ? "asks again" : "is gone", end.toMillis() / 1000.0));
		}
		finally {
			Store.disarm();
		}
	}

	@AfterAll
	static void nearlyAllHaveEndedSoon() {
		Report.checkEnds(ENOUGH_TO_TELL, USUAL_END);
	}

	private static void act(Cell cell, Scene scene) {
		if (cell.attended()) {
			scene.checkAnswer(scene.act());
		}
		else {
			scene.actUnattended();
		}
	}

	private static void deliverLate(FaultProxy proxy, Scene scene, Instant struck) throws Exception {
		scene.goOn();
		assertThat(Duration.between(struck, Instant.now())).as("else it is refused for its token").isLessThan(TOKEN);
		assertThat(proxy.deliverLate()).as("late answers").singleElement().matches((status) -> status / 100 == 2);
	}

}
