package kz.duken.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is killed at the moment of a fault. */
enum Victim {

	NOBODY, CALLEE, CALLER, BOTH, POSTGRESQL;

	private static final String DRIVER = "order-service";

	private static final String DATABASE = "postgresql";

	/**
	 * Kills, and returns when all of them are dead; the launcher starts them again.
	 * @return who it was, by name
	 */
	Map<String, ProcessHandle> die(Step step) {
		Map<String, ProcessHandle> dead = new LinkedHashMap<>();
		victims(step).forEach((name) -> dead.put(name, Store.process(name)));
		// SIGQUIT is PostgreSQL's immediate end; its other processes would not notice a
		// SIGKILL at once
		dead.forEach((name, process) -> Store.signal(name.equals(DATABASE) ? "QUIT" : "KILL", process));
		dead.values().forEach((process) -> Patience.until(() -> !Processes.runs(process)));
		return dead;
	}

	private List<String> victims(Step step) {
		return switch (this) {
			case NOBODY -> List.of();
			case CALLEE -> List.of(step.callee());
			case CALLER -> List.of(DRIVER);
			case BOTH -> List.of(step.callee(), DRIVER);
			case POSTGRESQL -> List.of(DATABASE);
		};
	}

	/** Insists that others have taken the places of the dead. */
	static void checkReplaced(Map<String, ProcessHandle> dead) {
		dead.forEach((name, process) -> assertThat(Store.process(name).pid()).as(name).isNotEqualTo(process.pid()));
	}

}
