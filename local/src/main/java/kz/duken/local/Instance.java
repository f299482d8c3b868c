package kz.duken.local;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One place in the store that an application fills: its process may die and be started
 * again, name and ports stay. Used by one thread at a time.
 */
final class Instance {

	private static final Duration LONG_LIFE = Duration.ofSeconds(30);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private final String name;

	private final Application application;

	private final int port;

	private final int managementPort;

	private final List<String> arguments;

	private final Map<String, String> environment;

	private final Path log;

	private @Nullable Process process;

	private Instant startedAt = Instant.EPOCH;

	private int shortLives;

	Instance(String name, Application application, int port, int managementPort, List<String> arguments,
			Map<String, String> environment, Path log) {
		this.name = name;
		this.application = application;
		this.port = port;
		this.managementPort = managementPort;
		this.arguments = List.copyOf(arguments);
		this.environment = Map.copyOf(environment);
		this.log = log;
	}

	String name() {
		return this.name;
	}

	Application application() {
		return this.application;
	}

	Path log() {
		return this.log;
	}

	void start() {
		this.startedAt = Instant.now();
		this.process = Jvm.start(this.arguments, this.environment, this.log);
	}

	boolean isAlive() {
		return this.process != null && this.process.isAlive();
	}

	/** What became of the process, for people. */
	String end() {
		return (this.process == null || this.process.isAlive()) ? "runs"
				: "ended with status " + this.process.exitValue();
	}

	/** How often in a row it has died young. */
	int shortLives() {
		return this.shortLives;
	}

	/**
	 * Takes note that the process is dead: one that dies young again and again waits
	 * longer.
	 */
	void died() {
		boolean young = Duration.between(this.startedAt, Instant.now()).compareTo(LONG_LIFE) < 0;
		this.shortLives = young ? this.shortLives + 1 : 0;
		this.process = null;
	}

	/** Whether it is dead and its time to start again has come. */
	boolean isDue() {
		if (this.process != null) {
			return false;
		}
		Duration wait = (this.shortLives < 2) ? Duration.ZERO
				: Duration.ofSeconds(1L << Math.min(this.shortLives - 2, 5));
		return this.startedAt.plus((wait.compareTo(LONGEST_WAIT) > 0) ? LONGEST_WAIT : wait).isBefore(Instant.now());
	}

	/** Noticed dead, and not yet started again. */
	boolean isDown() {
		return this.process == null;
	}

	Optional<ProcessHandle> handle() {
		return Optional.ofNullable(this.process).map(Process::toHandle);
	}

	boolean isReady(HttpClient http) throws InterruptedException {
		return Readiness.of(this.port, http);
	}

	Optional<Topology.Member> member() {
		return handle().map((running) -> Topology.Member.of(this.name, this.application.title(), running, this.port,
				this.managementPort, this.log));
	}

}
