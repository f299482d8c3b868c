package kz.duken.local;

import java.util.List;

/** What the user is told when the store is up. */
final class Summary {

	private Summary() {
	}

	private static final String DEMO = """
			  customer / demo-customer-1   buys, with a full wallet
			  seller   / demo-seller-1     owns the demo shops
			  admin    / demo-admin-1      runs the store
			""";

	private static final String NO_DEMO = """
			  Nobody has an account that others know. DUKEN_ADMIN_PASSWORD, set for a start,
			  makes the first administrator, 'admin'.
			""";

	static void print(Steps steps, Store store, boolean demo) {
		List<ProcessHandle> processes = store.processes();
		steps.say("""

				The store is ready after %s: %s

				%s
				%d processes with %s resident, %s when pages that they share are counted once.
				'./duken ps' shows them, './duken logs' what they say, './duken down' stops them.
				""".formatted(steps.elapsed(), store.url(), demo ? DEMO : NO_DEMO, processes.size(),
				Memory.megabytes(processes.stream().mapToLong(Memory::resident).sum()),
				Memory.megabytes(Memory.together(processes))));
	}

}
