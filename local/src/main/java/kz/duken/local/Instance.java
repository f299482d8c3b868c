package kz.duken.local;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One place in the store that an application fills: its process may die and be started
 * again, name and ports stay. Used by one thread at a time.
 */
final class Instance {

	private final String name;

	private final Application application;

	private final int port;

	private final int managementPort;

	private final List<String> arguments;

	private final Map<String, String> environment;

	private final Path log;

	private final Pace pace = new Pace();

	private @Nullable Process process;

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
		this.pace.started();
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
		return this.pace.shortLives();
	}

	/**
	 * Takes note that the process is dead: one that dies young again and again waits
	 * longer.
	 */
	void died() {
		this.pace.died();
		this.process = null;
	}

	/** Whether it is dead and its time to start again has come. */
	boolean isDue() {
		return this.process == null && this.pace.isDue();
	}

	/** Noticed dead, and not yet started again. */
	boolean isDown() {
		return this.process == null;
	}

	Optional<ProcessHandle> handle() {
		return Optional.ofNullable(this.process).map(Process::toHandle);
	}

	/** The address of a path. */
	String url(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	boolean isReady(HttpClient http) throws InterruptedException {
		return Readiness.of(this.port, http);
	}

	Optional<Topology.Member> member() {
		return handle().map((running) -> Topology.Member.of(this.name, this.application.title(), running, this.port,
				this.managementPort, this.log));
	}

}
