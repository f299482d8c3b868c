package kz.duken.local;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "ps", mixinStandardHelpOptions = true, description = "Show the processes of the store.")
final class Ps implements Callable<Integer> {

	// a JVM's first question takes long on a slow machine, and only who hangs lets it
	// wait
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	Duken duken;

	@Override
	public Integer call() throws InterruptedException {
		Home home = this.duken.home();
		if (!home.isLocked()) {
			boolean left = home.lastTopology().isPresent();
			System.out.println(
					left ? "The launcher was killed: './duken down' stops what it left." : "The store is not running.");
			return 0;
		}
		Topology topology = home.lastTopology().orElseThrow(() -> new Refusal("The store is just starting"));
		System.out.printf("%-20s %-9s %8s %6s %11s %8s  %s%n", "NAME", "STATE", "PID", "PORT", "MANAGEMENT", "MEMORY",
				"LOG");
		try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
			for (Topology.Member member : topology.members()) {
				System.out.printf("%-20s %-9s %8d %6s %11s %8s  %s%n", member.name(), state(member, http), member.pid(),
						told(member.port()), told(member.managementPort()),
						member.process().map(Memory::resident).map(Memory::megabytes).orElse("-"), member.log());
			}
		}
		System.out.printf("%n%s, %s%n", topology.url(), topology.state().toString().toLowerCase(Locale.ROOT));
		return 0;
	}

	private static String state(Topology.Member member, HttpClient http) throws InterruptedException {
		if (member.process().isEmpty()) {
			return "dead";
		}
		if (Application.find(member.application()).isEmpty() || member.port() == null) {
			return "running";
		}
		return Readiness.of(member.port(), http, PATIENCE) ? "ready" : "not ready";
	}

	private static String told(@Nullable Integer port) {
		return (port != null) ? port.toString() : "-";
	}

}
