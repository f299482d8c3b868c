package kz.duken.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import kz.duken.local.database.FileTree;

/**
 * The unpacked jar of an application with what Java remembers of a training run (JEP 483,
 * 514, 515): classes loaded and linked, so that it starts in half the time. It fits one
 * content of the jar and one Java; with others it is made anew.
 */
final class AotCache {

	private static final Duration LONGEST_TRAINING = Duration.ofMinutes(3);

	private static final int MOST_FAILURES = 3;

	// by SIGKILL, as when the store is stopped: that says nothing about the jar
	private static final int KILLED = 137;

	private static final Duration ROUND = Duration.ofMillis(500);

	private final Application application;

	private final Jar jar;

	private final Home home;

	private final Path folder;

	AotCache(Jar jar, Home home) {
		this.application = jar.application();
		this.jar = jar;
		this.home = home;
		int madeWith = Objects.hash(Runtime.version(), Jvm.flags(this.application, home));
		this.folder = home.aot().resolve("%s-%s-%08x".formatted(this.application.title(), jar.fingerprint(), madeWith));
	}

	Application application() {
		return this.application;
	}

	/** Whether there is a cache, or it was tried often enough. */
	boolean isPrepared() {
		return Files.exists(cache()) || isGivenUp();
	}

	/**
	 * Whether training has failed too often to be tried again: what fails once may have
	 * met a busy machine.
	 */
	boolean isGivenUp() {
		return failures() >= MOST_FAILURES;
	}

	/** Whether all of the jar was unpacked. */
	boolean isUnpacked() {
		return Files.exists(unpacked());
	}

	/**
	 * The arguments of {@code java} that run the application.
	 * @param cached with its cache, if there is one
	 */
	List<String> arguments(boolean cached) {
		List<String> arguments = new ArrayList<>(Jvm.flags(this.application, this.home));
		if (cached && Files.exists(cache())) {
			arguments.add("-XX:AOTCache=" + cache());
		}
		Path program = isUnpacked() ? program() : this.jar.file();
		arguments.addAll(List.of("-jar", program.toString()));
		return arguments;
	}

	/**
	 * Unpacks the jar into the place of earlier ones: a cache fits jars beside each
	 * other, not a jar of jars, from which an application would start in twice the time.
	 * @return whether that went well
	 */
	boolean unpack() {
		discardOthers();
		Path log = this.home.newLog(this.application.title() + "-aot");
		Process unpacking = Jvm
			.start(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", Leftovers.mark(this.home), "-Djarmode=tools", "-jar",
					this.jar.file().toString(), "extract", "--destination", this.folder.toString()), Map.of(), log);
		if (unpacking.onExit().join().exitValue() != 0) {
			return false;
		}
		try {
			Files.createFile(unpacked());
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Starts the training run. */
	Process train(Map<String, String> environment) {
		List<String> arguments = new ArrayList<>(Jvm.flags(this.application, this.home));
		arguments.addAll(List.of("-XX:AOTCacheOutput=" + unfinished(), "-jar", program().toString()));
		return Jvm.start(arguments, environment, this.home.log(this.application.title() + "-aot"));
	}

	/**
	 * Ends the training run when the application has answered: Java makes the cache on
	 * its way out.
	 * @param port where it answers
	 * @return whether there is a cache now
	 */
	boolean finish(Process training, int port, HttpClient http) throws InterruptedException {
		Instant deadline = Instant.now().plus(LONGEST_TRAINING);
		boolean over = false;
		while (!over && !Readiness.of(port, http)) {
			over = training.waitFor(ROUND) || Instant.now().isAfter(deadline);
		}
		// a refusal goes through most of what an answer needs
		Readiness.answer("http://127.0.0.1:%d/api/training".formatted(port), http);
		training.destroy();
		boolean ended = training.waitFor(LONGEST_TRAINING);
		if (!ended) {
			training.descendants().forEach(ProcessHandle::destroyForcibly);
			training.destroyForcibly();
		}
		try {
			if (ended && Files.exists(unfinished())) {
				Files.move(unfinished(), cache(), StandardCopyOption.ATOMIC_MOVE);
				return true;
			}
			Files.deleteIfExists(unfinished());
			if (ended && training.exitValue() != KILLED) {
				Files.createDirectories(this.home.aot());
				Files.writeString(failed(), Integer.toString(failures() + 1));
			}
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Caches of earlier builds, and halves of this one. */
	private void discardOthers() {
		if (!Files.isDirectory(this.home.aot())) {
			return;
		}
		try (Stream<Path> folders = Files.list(this.home.aot())) {
			folders.filter((other) -> other.getFileName().toString().startsWith(this.application.title() + "-"))
				.filter((other) -> !other.equals(failed()))
				.forEach(AotCache::delete);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path other) {
		FileTree.delete(other);
		try {
			Files.deleteIfExists(other);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private int failures() {
		try {
			return Files.exists(failed()) ? Integer.parseInt(Files.readString(failed()).strip()) : 0;
		}
		catch (IOException | NumberFormatException ex) {
			return 0;
		}
	}

	private Path program() {
		return this.folder.resolve(this.jar.file().getFileName());
	}

	private Path cache() {
		return this.folder.resolve("application.aot");
	}

	private Path unpacked() {
		return this.folder.resolve("unpacked");
	}

	private Path unfinished() {
		return this.folder.resolve("unfinished.aot");
	}

	/** Beside the folder, which each attempt makes anew. */
	private Path failed() {
		return this.folder.resolveSibling(this.folder.getFileName() + ".failed");
	}

}
