package kz.duken.local;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import kz.duken.local.audit.Finding;
import kz.duken.local.audit.Snapshot;
import kz.duken.local.database.Roles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "audit", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Count what breaks the rules of the store: money, stock, orders, promo codes, in one snapshot.",
		"Ends with 0 when nothing does, with 1 when something does, with 2 when the database does not answer.",
		"Environment: DUKEN_DATABASE_URL and DUKEN_AUDITOR_PASSWORD for another store than the one that runs here." })
final class Audit implements Callable<Integer> {

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final int BROKEN = 1;

	private static final int NO_ANSWER = 2;

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	Duken duken;

	@Option(names = "--wait", paramLabel = "<seconds>", defaultValue = "60",
			description = "How long orders that are under way may take to come to their end (${DEFAULT-VALUE})")
	int wait;

	@Option(names = "--always", description = { "Look only at what must be true at every instant, and do not wait:",
			"a busy store always has orders under way" })
	boolean always;

	@Override
	public Integer call() throws InterruptedException {
		Optional<Access> known = access();
		if (known.isEmpty()) {
			System.err.println("duken: The store is not running: './duken up -d' starts it");
			return NO_ANSWER;
		}
		Access access = known.get();
		Instant deadline = Instant.now().plusSeconds(this.wait);
		try {
			while (true) {
				Instant begin = Instant.now();
				Snapshot snapshot = Snapshot.take(access.url(), Roles.AUDITOR, access.password(), !this.always);
				if (snapshot.isClean() || !snapshot.mayBecomeClean() || Instant.now().isAfter(deadline)) {
					print(snapshot, Duration.between(begin, Instant.now()));
					return snapshot.isClean() ? 0 : BROKEN;
				}
				Thread.sleep(PAUSE);
			}
		}
		catch (SQLException ex) {
			System.err.println("duken: The database could not be looked at: " + ex.getMessage());
			return NO_ANSWER;
		}
	}

	private record Access(String url, String password) {
	}

	private Optional<Access> access() {
		String url = System.getenv("DUKEN_DATABASE_URL");
		String password = System.getenv("DUKEN_AUDITOR_PASSWORD");
		if (url != null && password != null) {
			return Optional.of(new Access(url, password));
		}
		return this.duken.home()
			.lastTopology()
			.map(Topology::database)
			.flatMap((database) -> Optional.ofNullable(database.roles().get(Roles.AUDITOR))
				.map((known) -> new Access(database.url(), known)));
	}

	private static void print(Snapshot snapshot, Duration took) {
		for (Finding finding : snapshot.findings()) {
			System.out.printf(Locale.ROOT, "%-6s %8d  %s%s%n", finding.isKept() ? "kept" : "BROKEN",
					finding.violations(), finding.rule(), finding.isKept() ? "" : ", such as " + finding.example());
		}
		long broken = snapshot.findings().stream().filter((finding) -> !finding.isKept()).count();
		System.out.printf(Locale.ROOT, "%d rules, %d broken; %d orders, %d ledger entries, looked at in %.1f s%n",
				snapshot.findings().size(), broken, snapshot.orders(), snapshot.entries(), took.toMillis() / 1000.0);
	}

}
