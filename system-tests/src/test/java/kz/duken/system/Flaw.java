package kz.duken.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fault that somebody could make in the store, as a patch of one service. Before the
 * difference stand lines of a name and what it says.
 *
 * <pre>
 * Breaks: what goes wrong by it
 * Proof: the tests that are to find it, such as RaceProof#aMethod CrashJourney
 * Cells: those of the step matrix that are to
 * Without: schema.constraint schema.index, which forbid it in the database
 * </pre>
 */
record Flaw(Path patch) {

	private static final Pattern SERVICE = Pattern.compile("(?m)^\\+\\+\\+ b/([^/]+)/");

	static List<Flaw> of(Path folder) {
		try (Stream<Path> patches = Files.list(folder)) {
			return patches.sorted().map(Flaw::new).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String name() {
		return this.patch.getFileName().toString().replaceFirst("\\.patch$", "");
	}

	String breaks() {
		return line("Breaks");
	}

	List<String> tests() {
		return words(line("Proof"));
	}

	String cells() {
		return line("Cells");
	}

	List<String> without() {
		return words(line("Without"));
	}

	/** Empty when it is one of the database alone. */
	Optional<String> service() {
		return SERVICE.matcher(text()).results().map((found) -> found.group(1)).findFirst();
	}

	private static List<String> words(String line) {
		return Pattern.compile(" ").splitAsStream(line).filter((word) -> !word.isEmpty()).toList();
	}

	private String line(String name) {
		return text().lines()
			.takeWhile((line) -> !line.startsWith("---"))
			.filter((line) -> line.startsWith(name + ": "))
			.map((line) -> line.substring(name.length() + 2))
			.findFirst()
			.orElse("");
	}

	private String text() {
		try {
			return Files.readString(this.patch);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return name();
	}

}
