package kz.duken.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * What the proofs have found, in {@code target/proof.md}, and the seed that repeats them.
 */
final class Report {

	private static final long SEED = Long.getLong("seed", System.nanoTime() % 1_000_000);

	private static final Path FILE = Path.of(System.getProperty("project.root", ".."), "system-tests/target/proof.md");

	private Report() {
	}

	/** Numbers that are the same for the same seed and name. */
	static Random random(String name) {
		return new Random(SEED * 31 + name.hashCode());
	}

	static synchronized void line(String line) {
		System.out.println(line);
		try {
			Files.createDirectories(FILE.getParent());
			if (Files.notExists(FILE)) {
				Files.writeString(FILE, "Seed " + SEED + ", repeated by -Dseed=" + SEED + "\n\n");
			}
			Files.writeString(FILE, line + "\n", StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
