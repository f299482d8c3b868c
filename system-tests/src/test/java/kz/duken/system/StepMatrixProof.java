package kz.duken.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever breaks at whatever step of an order, nothing is lost and nothing happens
 * twice. One cell for each step by itself; all of them with {@code -Pproof}.
 */
class StepMatrixProof {

	private static final Duration LONGEST_END = Duration.ofSeconds(60);

	/** At which somebody may be killed; the others are the network's alone. */
	private static final Set<Fault.Moment> DEADLY = Set.of(Fault.Moment.BEFORE_DELIVERY, Fault.Moment.ANSWER_LOST,
			Fault.Moment.ANSWERED);

	@BeforeAll
	static void up() {
		Store.up();
	}

	/**
	 * One thing that can go wrong.
	 */
	record Cell(Step step, Fault.Moment moment, Victim victim) {
	}

	/** Those alone that {@code -Dcells} finds, if it is said. */
	static List<Cell> cells() {
		Pattern wanted = Pattern.compile(System.getProperty("cells", ""));
		return (wanted.pattern().isEmpty() ? usualCells() : allCells()).stream()
			.filter((cell) -> wanted.matcher(cell.toString()).find())
			.toList();
	}

	private static List<Cell> usualCells() {
		return Boolean.getBoolean("proof") ? allCells()
				: List.of(new Cell(Step.RESERVE, Fault.Moment.BEFORE_DELIVERY, Victim.CALLER),
						new Cell(Step.REDEEM, Fault.Moment.ANSWER_LOST, Victim.CALLEE),
						new Cell(Step.PAY, Fault.Moment.ANSWER_LOST, Victim.CALLER),
						new Cell(Step.COMMIT, Fault.Moment.ANSWERED, Victim.BOTH),
						new Cell(Step.EMPTY_CART, Fault.Moment.ANSWER_LOST, Victim.POSTGRESQL),
						new Cell(Step.RELEASE, Fault.Moment.DUPLICATED, Victim.NOBODY),
						new Cell(Step.UNREDEEM, Fault.Moment.DELAYED, Victim.NOBODY),
						new Cell(Step.RESTOCK, Fault.Moment.LATE, Victim.NOBODY),
						new Cell(Step.REFUND, Fault.Moment.ANSWER_LOST, Victim.CALLER));
	}

	private static List<Cell> allCells() {
		List<Cell> cells = new ArrayList<>();
		for (Step step : Step.values()) {
			for (Fault.Moment moment : Fault.Moment.values()) {
				for (Victim victim : Victim.values()) {
					boolean kills = DEADLY.contains(moment);
					boolean changesSomething = moment != Fault.Moment.ANSWERED || victim != Victim.NOBODY;
					if (changesSomething && (kills || victim == Victim.NOBODY)) {
						cells.add(new Cell(step, moment, victim));
					}
				}
			}
		}
		return cells;
	}

	@ParameterizedTest
	@MethodSource("cells")
	void nothingIsLost(Cell cell) throws Exception {
		Scene scene = new Scene(cell.step().story(), Report.random(cell.toString()));
		FaultProxy proxy = Store.proxy(cell.step().callee());
		Fault fault = new Fault(cell.step().path(), cell.moment(), () -> cell.victim().die(cell.step()));
		proxy.arm(fault);
		CompletableFuture<Answer> acting = CompletableFuture.supplyAsync(scene::act);
		assertThat(fault.hasStruck(30)).as("struck").isTrue();
		proxy.disarm();
		Patience.until(Store::isWell);
		Instant healed = Instant.now();
		Answer answer = acting.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
		scene.end();
		Duration end = Duration.between(healed, Instant.now());
		proxy.deliverLate();
		scene.check(answer);
		assertThat(end).isLessThan(LONGEST_END);
		assertThat(Store.run("audit", "--wait", "30")).as("the audit").isZero();
		Report.line("| %s | %s | %s | answered %d, at its end %.1f s after all was well |".formatted(cell.step(),
				cell.moment(), cell.victim(), answer.status(), end.toMillis() / 1000.0));
	}

}
