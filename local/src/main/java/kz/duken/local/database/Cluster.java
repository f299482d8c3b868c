package kz.duken.local.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A data folder of PostgreSQL, and the server that runs on it or not. */
final class Cluster {

	private static final String VERSION = "18";

	private static final Duration ORPHANS_LEAVE = Duration.ofSeconds(10);

	/**
	 * Small enough for a laptop, whose memory the buffers take only as the catalogue
	 * grows; one client's query never takes both cores. Where much is written, as when
	 * shops change their prices, a checkpoint each gigabyte has most pages logged whole.
	 */
	private static final Map<String, String> SETTINGS = Map.ofEntries(Map.entry("listen_addresses", "127.0.0.1"),
			Map.entry("unix_socket_directories", ""), Map.entry("max_connections", "100"),
			Map.entry("shared_buffers", "512MB"), Map.entry("max_wal_size", "4GB"),
			Map.entry("random_page_cost", "1.1"), Map.entry("jit", "off"), Map.entry("io_method", "sync"),
			Map.entry("max_parallel_workers_per_gather", "0"), Map.entry("autovacuum_max_workers", "2"),
			Map.entry("max_logical_replication_workers", "0"), Map.entry("timezone", "UTC"),
			Map.entry("log_timezone", "UTC"));

	private static final Map<String, String> CARELESS = Map.of("fsync", "off", "synchronous_commit", "off",
			"full_page_writes", "off");

	private final PostgresBinaries binaries;

	private final Path data;

	private final Path log;

	Cluster(PostgresBinaries binaries, Path data, Path log) {
		this.binaries = binaries;
		this.data = data;
		this.log = log;
	}

	/** Makes the data folder, whole or not at all, unless there is one. */
	void initialise(String user, String password, boolean careless) {
		Path version = this.data.resolve("PG_VERSION");
		try {
			if (!Files.exists(version)) {
				create(user, password, careless);
			}
			String found = Files.readString(version).strip();
			if (!found.equals(VERSION)) {
				throw new DatabaseNotStarted(
						"The data in %s is of PostgreSQL %s, this is %s: take a dump with the old one"
							.formatted(this.data, found, VERSION));
			}
		}
		catch (IOException ex) {
			throw new DatabaseNotStarted("PostgreSQL's data folder could not be made: " + ex.getMessage(), ex);
		}
	}

	private void create(String user, String password, boolean careless) throws IOException {
		Path unfinished = this.data.resolveSibling(this.data.getFileName() + ".unfinished");
		FileTree.delete(unfinished);
		Files.createDirectories(this.data.getParent());
		Path passwordFile = Files.createTempFile(this.data.getParent(), "password", "",
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		try {
			Files.writeString(passwordFile, password);
			List<String> command = this.binaries.command("initdb");
			command.addAll(List.of("-D", unfinished.toString(), "-U", user, "--pwfile", passwordFile.toString(),
					"--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-instructions"));
			if (careless) {
				command.add("--no-sync");
			}
			Programs.Outcome outcome = Programs.run(command);
			if (outcome.failed()) {
				throw new DatabaseNotStarted("initdb failed: " + reason(outcome.output()));
			}
			Files.move(unfinished, this.data, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(passwordFile);
		}
	}

	void start(int port, boolean careless) {
		List<String> command = this.binaries.command("pg_ctl");
		command.addAll(List.of("start", "--wait", "--timeout=120", "--silent", "-D", this.data.toString(), "-l",
				this.log.toString(), "-o", options(port, careless)));
		long deadline = System.nanoTime() + ORPHANS_LEAVE.toNanos();
		try {
			while (true) {
				long logged = Files.exists(this.log) ? Files.size(this.log) : 0;
				Programs.Outcome outcome = Programs.run(command);
				if (!outcome.failed()) {
					return;
				}
				String said = logSince(logged);
				// workers of a killed server leave by themselves, soon
				boolean orphans = said.contains("pre-existing shared memory block");
				if (!orphans || System.nanoTime() > deadline) {
					throw new DatabaseNotStarted("PostgreSQL did not start on port %d: %s (%s)".formatted(port,
							reason(said.isBlank() ? outcome.output() : said), this.log));
				}
			}
		}
		catch (IOException ex) {
			throw new DatabaseNotStarted("PostgreSQL could not be started: " + ex.getMessage(), ex);
		}
	}

	private static String options(int port, boolean careless) {
		List<Map.Entry<String, String>> settings = new ArrayList<>(SETTINGS.entrySet());
		if (careless) {
			settings.addAll(CARELESS.entrySet());
		}
		return settings.stream()
			.map((setting) -> "-c %s='%s'".formatted(setting.getKey(), setting.getValue()))
			.collect(Collectors.joining(" ", "-p " + port + " ", ""));
	}

	/** Stops the server if one is running on this folder. */
	void stop() {
		if (process().isEmpty()) {
			forgetStranger();
			return;
		}
		try {
			for (String mode : List.of("fast", "immediate")) {
				List<String> command = this.binaries.command("pg_ctl");
				command.addAll(
						List.of("stop", "--wait", "--timeout=20", "--silent", "-m", mode, "-D", this.data.toString()));
				if (!Programs.run(command).failed() || process().isEmpty()) {
					return;
				}
			}
		}
		catch (IOException ex) {
			throw new DatabaseNotStarted("PostgreSQL could not be stopped: " + ex.getMessage(), ex);
		}
		throw new DatabaseNotStarted("PostgreSQL on " + this.data + " does not stop");
	}

	/** The server that runs on this folder, whoever started it. */
	Optional<ProcessHandle> process() {
		return recordedPid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurServer);
	}

	/**
	 * After a crash of the machine the recorded number may belong to somebody else by
	 * now; PostgreSQL would take him for its predecessor and refuse to start. With so
	 * much time between, none of the old server's workers can be left.
	 */
	private void forgetStranger() {
		if (recordedPid().flatMap(ProcessHandle::of).isPresent()) {
			try {
				Files.deleteIfExists(pidFile());
			}
			catch (IOException ex) {
				throw new DatabaseNotStarted(pidFile() + " could not be deleted: " + ex.getMessage(), ex);
			}
		}
	}

	private boolean isOurServer(ProcessHandle process) {
		boolean postgres = process.info().command().map((command) -> command.endsWith("/postgres")).orElse(false);
		Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
		try {
			return postgres && (!Files.exists(workingFolder) || Files.isSameFile(workingFolder, this.data));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Optional<Long> recordedPid() {
		try {
			return Files.readAllLines(pidFile()).stream().findFirst().map(String::strip).map(Long::valueOf);
		}
		catch (IOException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private Path pidFile() {
		return this.data.resolve("postmaster.pid");
	}

	private String logSince(long position) throws IOException {
		if (!Files.exists(this.log)) {
			return "";
		}
		try (RandomAccessFile file = new RandomAccessFile(this.log.toFile(), "r")) {
			file.seek(position);
			byte[] rest = new byte[(int) Math.min(file.length() - position, 64 * 1024)];
			file.readFully(rest);
			return new String(rest, StandardCharsets.UTF_8);
		}
	}

	/** The line that a person wants to see of many. */
	private static String reason(String output) {
		List<String> lines = output.lines().filter((line) -> !line.isBlank()).toList();
		return lines.stream()
			.filter((line) -> line.contains("FATAL:") || line.contains("error:") || line.contains("ERROR:")
					|| line.startsWith("unshare:"))
			.findFirst()
			.or(() -> lines.reversed().stream().findFirst())
			.orElse("it says nothing");
	}

}
