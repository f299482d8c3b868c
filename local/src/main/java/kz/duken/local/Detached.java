package kz.duken.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A supervisor in a process of its own, which stays when this one ends. */
final class Detached {

	private static final Duration ROUND = Duration.ofMillis(200);

	private final Home home;

	private final Plan plan;

	Detached(Home home, Plan plan) {
		this.home = home;
		this.plan = plan;
	}

	/**
	 * Starts it, repeats what it says, and waits until the store is ready. Ended before
	 * that, it takes the store down again.
	 * @return 0 when the store is ready, else the supervisor's own status
	 */
	int start() throws InterruptedException {
		// or the log of the running one would be set aside
		this.home.checkNotRunning();
		this.home.claim();
		Path log = this.home.newLog("supervisor");
		List<String> arguments = new ArrayList<>(List.of("--home=" + this.home.folder(), "up"));
		arguments.addAll(this.plan.arguments());
		Process supervisor = Jvm.start(Jvm.launcher(arguments), this.plan.administrator(), log);
		Thread giveUp = new Thread(() -> takeDown(supervisor));
		Runtime.getRuntime().addShutdownHook(giveUp);
		try (Tail said = new Tail(log)) {
			while (!supervisor.waitFor(ROUND)) {
				boolean ready = isReady(supervisor);
				said.printTo(System.out);
				if (ready) {
					Runtime.getRuntime().removeShutdownHook(giveUp);
					return 0;
				}
			}
			said.printTo(System.err);
			return supervisor.exitValue();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean isReady(Process supervisor) {
		return Files.exists(this.home.topology()) && this.home.lastTopology()
			.filter((topology) -> topology.state() == Topology.State.READY)
			.filter((topology) -> topology.supervisor().pid() == supervisor.pid())
			.isPresent();
	}

	private static void takeDown(Process supervisor) {
		supervisor.destroy();
		supervisor.onExit().completeOnTimeout(supervisor, 60, TimeUnit.SECONDS).join();
	}

}
