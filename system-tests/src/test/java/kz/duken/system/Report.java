package kz.duken.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the proofs have found, in {@code target/proof.md}, and the seed that repeats what
 * is drawn: amounts, and what chaos and shoppers do. The threads' order is not drawn.
 */
final class Report {

	private static final long SEED = Long.getLong("seed", System.nanoTime() % 1_000_000);

	private static final Path FILE = Path.of(System.getProperty("project.root", ".."), "system-tests/target/proof.md");

	private static final List<Duration> ENDS = new ArrayList<>();

	private static int passed;

	private static int failed;

	private static boolean begun;

	private Report() {
	}

	/** Numbers that are the same for the same seed and name. */
	static Random random(String name) {
		return new Random(SEED * 31 + name.hashCode());
	}

	/** Tells the seed, once. */
	static synchronized void begin() {
		if (!begun) {
			begun = true;
			write("# Proof\n\nSeed %d: repeated by `-Dseed=%d`\n".formatted(SEED, SEED), false);
		}
	}

	static synchronized void line(String line) {
		begin();
		write(line, true);
	}

	/** How long something took to its end after all processes were well again. */
	static synchronized void ended(Duration time) {
		ENDS.add(time);
	}

	/** Insists that nearly all were at their end so soon, if enough are known to tell. */
	static synchronized void checkEnds(int enough, Duration p99) {
		if (ENDS.size() >= enough) {
			assertThat(percentile(99)).as(ends()).isLessThanOrEqualTo(p99);
		}
	}

	static synchronized void passed() {
		passed++;
	}

	static synchronized void failed(String test, Throwable cause) {
		failed++;
		String reason = String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
		line("FAILED (seed %d) %s: %s".formatted(SEED, test,
				reason.substring(0, Math.min(reason.length(), 500)).replace('|', '/')));
	}

	/** Adds it all up. */
	static synchronized void end() {
		line("\n%d proofs, %d failures, seed %d".formatted(passed + failed, failed, SEED));
		if (!ENDS.isEmpty()) {
			line(ends());
		}
	}

	private static String ends() {
		return "Time to an end after healing, of %d: p50 %.1f s, p99 %.1f s, longest %.1f s".formatted(ENDS.size(),
				percentile(50).toMillis() / 1000.0, percentile(99).toMillis() / 1000.0,
				percentile(100).toMillis() / 1000.0);
	}

	private static Duration percentile(int percent) {
		List<Duration> sorted = ENDS.stream().sorted().toList();
		return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
	}

	private static void write(String line, boolean append) {
		System.out.println(line);
		try {
			Files.createDirectories(FILE.getParent());
			Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE,
					append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
