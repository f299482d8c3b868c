package kz.duken.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells what is being done, and how long it took. */
final class Steps {

	private final PrintStream out;

	private final Instant since;

	/**
	 * Counts from a time in the past.
	 * @param out where to tell
	 * @param since when the user asked
	 */
	Steps(PrintStream out, Instant since) {
		this.out = out;
		this.since = since;
	}

	void run(String name, Runnable step) {
		run(name, () -> {
			step.run();
			return "";
		});
	}

	/**
	 * Tells the name of a step before, its time and what came of it after.
	 * @param name what is done
	 * @param step does it and says what came of it, nothing special being empty
	 */
	void run(String name, Supplier<String> step) {
		Instant begin = Instant.now();
		this.out.printf(Locale.ROOT, "  %-14s", name);
		this.out.flush();
		try {
			String outcome = step.get();
			this.out.printf(Locale.ROOT, "%6s  %s%n", seconds(Duration.between(begin, Instant.now())), outcome);
		}
		catch (RuntimeException ex) {
			this.out.println("failed");
			throw ex;
		}
	}

	void say(String line) {
		this.out.println(line);
	}

	String elapsed() {
		return seconds(Duration.between(this.since, Instant.now()));
	}

	private static String seconds(Duration duration) {
		return "%.1f s".formatted(duration.toMillis() / 1000.0);
	}

}
