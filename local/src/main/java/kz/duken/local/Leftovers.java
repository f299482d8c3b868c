package kz.duken.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.duken.local.database.EmbeddedDatabase;

/**
 * What a killed supervisor has left running. A process is ours when the topology names
 * its number and start time, or its command line has the mark of this home folder; no
 * other is touched.
 */
final class Leftovers {

	private static final Duration GRACE = Duration.ofSeconds(20);

	private final Home home;

	Leftovers(Home home) {
		this.home = home;
	}

	/** A flag that does nothing but tell whose process it is. */
	static String mark(Home home) {
		return "-Dduken.home=" + home.folder();
	}

	/**
	 * Stops them all, applications before the database.
	 * @return how many there were
	 */
	int stop() {
		Set<ProcessHandle> applications = applications();
		stop(applications, GRACE);
		Optional<ProcessHandle> database = recorded().filter((member) -> member.application().equals("postgresql"))
			.flatMap((member) -> member.process().stream())
			.findFirst();
		EmbeddedDatabase.stop(this.home.data());
		return applications.size() + (database.isPresent() ? 1 : 0);
	}

	/** Asks processes to end, and kills those that do not within the time given. */
	static void stop(Collection<ProcessHandle> processes, Duration grace) {
		processes.forEach(ProcessHandle::destroy);
		CompletableFuture<?> all = CompletableFuture
			.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
		all.completeOnTimeout(null, grace.toMillis(), TimeUnit.MILLISECONDS).join();
		processes.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
	}

	private Set<ProcessHandle> applications() {
		Stream<ProcessHandle> known = recorded().filter((member) -> Application.find(member.application()).isPresent())
			.flatMap((member) -> member.process().stream());
		Stream<ProcessHandle> marked = ProcessHandle.allProcesses().filter(this::isMarked);
		return Stream.concat(known, marked).collect(Collectors.toSet());
	}

	private Stream<Topology.Member> recorded() {
		return this.home.lastTopology().stream().map(Topology::processes).flatMap(List::stream);
	}

	private boolean isMarked(ProcessHandle process) {
		boolean java = process.info().command().map((command) -> Path.of(command).endsWith("java")).orElse(false);
		return java && process.info()
			.arguments()
			.map((arguments) -> Arrays.asList(arguments).contains(mark(this.home)))
			.orElse(false);
	}

}
