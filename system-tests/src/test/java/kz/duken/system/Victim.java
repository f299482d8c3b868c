package kz.duken.system;

import java.util.List;

/** Who is killed at the moment of a fault. */
enum Victim {

	NOBODY, CALLEE, CALLER, BOTH, POSTGRESQL;

	private static final String DRIVER = "order-service";

	/** The signal that stops it at once; the launcher starts it again. */
	void die(Step step) {
		switch (this) {
			case NOBODY -> {
				// the network alone is at fault
			}
			case CALLEE -> kill(List.of(step.callee()));
			case CALLER -> kill(List.of(DRIVER));
			case BOTH -> kill(List.of(step.callee(), DRIVER));
			case POSTGRESQL -> Store.signal("QUIT", Store.process("postgresql"));
		}
	}

	private static void kill(List<String> applications) {
		applications.stream().map(Store::process).forEach((process) -> Store.signal("KILL", process));
	}

}
