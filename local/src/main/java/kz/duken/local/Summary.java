package kz.duken.local;

import java.util.List;

/** What the user is told when the store is up. */
final class Summary {

	private Summary() {
	}

	static void print(Steps steps, Store store) {
		List<ProcessHandle> processes = store.processes();
		steps.say("""

				The store is ready after %s: %s

				  customer / demo-customer-1   buys, with a full wallet
				  seller   / demo-seller-1     owns the demo shops
				  admin    / demo-admin-1      runs the store

				%d processes with %s resident, %s when pages that they share are counted once.
				'./duken ps' shows them, './duken logs' what they say, './duken down' stops them.
				""".formatted(steps.elapsed(), store.url(), processes.size(),
				Memory.megabytes(processes.stream().mapToLong(Memory::resident).sum()),
				Memory.megabytes(Memory.together(processes))));
	}

}
