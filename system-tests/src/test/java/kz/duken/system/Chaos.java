package kz.duken.system;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Kills, stops and cuts off what runs, one thing after another. Its plan is drawn from
 * the seed alone; what of it could be done is written down.
 */
final class Chaos implements Runnable {

	private static final List<String> PROCESSES = List.of("customer-service", "customer-service-2", "cart-service",
			"cart-service-2", "shop-service", "shop-service-2", "order-service", "order-service-2", "order-service",
			"order-service-2", "product-service", "product-service-2", "category-service", "category-service-2",
			"gateway", "discovery");

	private static final Duration SHORTEST_REST = Duration.ofSeconds(3);

	private static final Duration LONGEST_REST = Duration.ofSeconds(12);

	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(7);

	private final Random random = Report.random("chaos");

	private final Map<String, Integer> done = new TreeMap<>();

	private final CountDownLatch over = new CountDownLatch(1);

	private volatile @Nullable Throwable failure;

	private enum Kind {

		KILL, PAUSE, RESTART_POSTGRESQL, CUT_CONNECTIONS

	}

	/**
	 * One thing to do.
	 *
	 * @param rest for so long before it
	 * @param pause how long what is paused stands still
	 */
	private record Blow(Duration rest, Kind kind, String process, Duration pause) {

		/** Draws as many numbers whatever it becomes. */
		static Blow drawn(Random random) {
			Duration rest = between(SHORTEST_REST, LONGEST_REST, random);
			Kind kind = switch (random.nextInt(10)) {
				case 0 -> Kind.RESTART_POSTGRESQL;
				case 1 -> Kind.CUT_CONNECTIONS;
				case 2, 3, 4 -> Kind.PAUSE;
				default -> Kind.KILL;
			};
			return new Blow(rest, kind, PROCESSES.get(random.nextInt(PROCESSES.size())),
					between(SHORTEST_PAUSE, LONGEST_PAUSE, random));
		}

		private static Duration between(Duration shortest, Duration longest, Random random) {
			return shortest.plusMillis(random.nextInt(Math.toIntExact(longest.minus(shortest).toMillis())));
		}

		@Override
		public String toString() {
			return switch (this.kind) {
				case KILL -> "kill " + this.process;
				case PAUSE -> "pause %s for %d ms".formatted(this.process, this.pause.toMillis());
				case RESTART_POSTGRESQL -> "restart PostgreSQL";
				case CUT_CONNECTIONS -> "cut database connections";
			};
		}

	}

	void end() {
		this.over.countDown();
	}

	/**
	 * How much is done in so much time at least, were all rests and pauses the longest.
	 */
	static int least(Duration time) {
		return Math.toIntExact(time.dividedBy(LONGEST_REST.plus(LONGEST_PAUSE)));
	}

	/**
	 * How often each was done.
	 * @throws AssertionError when it did not go on to its end
	 */
	Map<String, Integer> done() {
		if (this.failure != null) {
			throw new AssertionError("Chaos has ended early", this.failure);
		}
		return this.done;
	}

	@Override
	public void run() {
		try {
			while (true) {
				Blow blow = Blow.drawn(this.random);
				if (this.over.await(blow.rest().toMillis(), TimeUnit.MILLISECONDS)) {
					return;
				}
				Report.line("- chaos: %s%s".formatted(blow, strike(blow) ? "" : " (it was just being started again)"));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException | AssertionError ex) {
			this.failure = ex;
		}
	}

	private boolean strike(Blow blow) throws InterruptedException {
		try {
			switch (blow.kind()) {
				case KILL -> Store.signal("KILL", Store.process(blow.process()));
				case PAUSE -> pause(Store.process(blow.process()), blow.pause());
				case RESTART_POSTGRESQL -> Store.signal("QUIT", Store.process("postgresql"));
				case CUT_CONNECTIONS -> Database.cutConnections();
			}
			this.done.merge(blow.kind().name(), 1, Integer::sum);
			return true;
		}
		catch (AssertionError | NoSuchElementException | SQLException ex) {
			return false;
		}
	}

	private static void pause(ProcessHandle process, Duration time) throws InterruptedException {
		Store.signal("STOP", process);
		try {
			Thread.sleep(time);
		}
		finally {
			Store.signal("CONT", process);
		}
	}

}
