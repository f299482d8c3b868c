package kz.duken.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import kz.duken.local.database.FileTree;

/** The folder in which one store keeps all it has: data, keys, passwords, logs. */
record Home(Path folder) {

	private static final long LEAST_FREE_MEGABYTES = 1000;

	Home {
		folder = folder.toAbsolutePath().normalize();
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new Refusal("The folder %s cannot be made: %s".formatted(folder, ex.getMessage()), ex);
		}
	}

	Path data() {
		return this.folder.resolve("data");
	}

	Path topology() {
		return this.folder.resolve("topology.json");
	}

	Path log(String name) {
		return this.folder.resolve("log").resolve(name + ".log");
	}

	Path aot() {
		return this.folder.resolve("aot");
	}

	Path publicKeys() {
		return this.folder.resolve("keys").resolve("public");
	}

	Path privateKey(Application application) {
		return this.folder.resolve("keys").resolve("private").resolve(application.title() + ".jwk");
	}

	Secrets secrets() {
		return Secrets.keptIn(this.folder.resolve("secrets.json"));
	}

	/** What is known of the store that runs here, or ran until it was killed. */
	Optional<Topology> lastTopology() {
		return Files.exists(topology()) ? Optional.of(Topology.read(topology())) : Optional.empty();
	}

	/** Nothing runs any more. */
	void forgetTopology() {
		try {
			Files.deleteIfExists(topology());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Makes a new folder the store's own: {@code reset} deletes in no other.
	 * @throws Refusal when something else is in it
	 */
	void claim() {
		if (!isStores() && !isEmpty()) {
			throw new Refusal(
					"%s has something in it and is no store's folder: choose a new one as --home or DUKEN_HOME"
						.formatted(this.folder));
		}
		if (Files.exists(mark())) {
			return;
		}
		try {
			Files.writeString(mark(),
					"Here is a store of Duken: './duken reset' deletes its data, keys, logs and passwords.\n");
		}
		catch (IOException ex) {
			throw new Refusal("%s cannot be written: %s".formatted(this.folder, ex.getMessage()), ex);
		}
	}

	/**
	 * Refuses a folder in which something is, and no store.
	 */
	void checkStores() {
		if (!isStores() && !isEmpty()) {
			throw new Refusal("%s is no store's folder: nothing was deleted".formatted(this.folder));
		}
	}

	/** Whether a store has claimed the folder, or lived in it before they did so. */
	private boolean isStores() {
		return Files.exists(mark())
				|| (Files.exists(this.folder.resolve("secrets.json")) && Files.exists(data().resolve("PG_VERSION")));
	}

	private boolean isEmpty() {
		return children(this.folder).stream().allMatch(storeLock().file()::equals);
	}

	private Path mark() {
		return this.folder.resolve("duken-store");
	}

	private StoreLock storeLock() {
		return new StoreLock(this.folder.resolve("lock"));
	}

	/**
	 * Takes the store for this process, until it ends however it ends.
	 * @throws Refusal when another process has it
	 */
	FileLock lock() {
		return storeLock().take().orElseThrow(this::alreadyRunning);
	}

	/** Refuses a store that a living supervisor has. */
	void checkNotRunning() {
		if (isLocked()) {
			throw alreadyRunning();
		}
	}

	private Refusal alreadyRunning() {
		return new Refusal("A store is already running in %s: './duken ps' shows it, './duken down' stops it"
			.formatted(this.folder));
	}

	/** Whether a living supervisor has the store. */
	boolean isLocked() {
		return storeLock().isTaken();
	}

	void checkSpace() {
		long free = freeMegabytes();
		if (free < LEAST_FREE_MEGABYTES) {
			throw new Refusal("%s has %d MB left on its disk, the store needs %d: free some, or choose another --home"
				.formatted(this.folder, free, LEAST_FREE_MEGABYTES));
		}
	}

	long freeMegabytes() {
		try {
			return Files.getFileStore(this.folder).getUsableSpace() / 1_000_000;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Log files of the last run; one is told by the name of its process. */
	List<Path> logs() {
		return children(this.folder.resolve("log")).stream()
			.filter((file) -> file.toString().endsWith(".log") && !file.toString().endsWith(".old.log"))
			.sorted()
			.toList();
	}

	/** Begins a new log, and keeps the one of the run before. */
	Path newLog(String name) {
		Path log = log(name);
		try {
			Files.createDirectories(this.folder.resolve("log"));
			if (Files.exists(log)) {
				Files.move(log, log(name + ".old"), StandardCopyOption.REPLACE_EXISTING);
			}
			return Files.createFile(log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Deletes the store's data, keys, passwords and logs. What can be computed again from
	 * the jars, slowly, stays: the AOT caches. So does whatever is not ours.
	 * @throws Refusal when the folder is no store's; then nothing is deleted
	 */
	void clear() {
		checkStores();
		List.of("data", "data.unfinished", "keys", "log").forEach((name) -> FileTree.delete(this.folder.resolve(name)));
		try {
			Files.deleteIfExists(this.folder.resolve("secrets.json"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		forgetTopology();
	}

	private static List<Path> children(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> children = Files.list(folder)) {
			return children.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
