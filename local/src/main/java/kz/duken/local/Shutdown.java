package kz.duken.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stops a store, whether its supervisor lives or was killed. */
final class Shutdown {

	// training, drain and a database that writes its last page, with room
	private static final Duration LONGEST = Duration.ofSeconds(90);

	private final Home home;

	Shutdown(Home home) {
		this.home = home;
	}

	/**
	 * Stops all that is left of it.
	 * @return whether there was anything
	 */
	boolean run() {
		boolean ran = this.home.isLocked();
		if (ran) {
			Leftovers.stop(List.of(supervisor()), LONGEST);
		}
		int leftovers = new Leftovers(this.home).stop();
		this.home.forgetTopology();
		return ran || leftovers > 0;
	}

	private ProcessHandle supervisor() {
		return Optional.of(this.home)
			.flatMap(Home::lastTopology)
			.flatMap((topology) -> topology.supervisor().process())
			.orElseThrow(() -> new Refusal("A launcher is just starting or stopping in %s: wait for it, then try again"
				.formatted(this.home.folder())));
	}

}
