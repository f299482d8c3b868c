package kz.duken.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "logs", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Show what the processes of the store have said since its start.")
final class Logs implements Callable<Integer> {

	private static final long ROUND_MILLISECONDS = 250;

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	Duken duken;

	@Option(names = { "-f", "--follow" }, description = "Go on showing what they say, until Ctrl-C")
	boolean follow;

	@Parameters(arity = "0..1", paramLabel = "<name>", description = "Of one process alone, such as order-service")
	@Nullable String name;

	@Override
	public Integer call() throws IOException, InterruptedException {
		Map<Path, Tail> tails = new LinkedHashMap<>();
		try {
			CountDownLatch ended = new CountDownLatch(1);
			do {
				for (Path log : (this.name == null || tails.isEmpty()) ? logs() : tails.keySet()) {
					Tail tail = tails.get(log);
					if (tail == null) {
						tail = new Tail(log);
						tails.put(log, tail);
					}
					tail.printLinesTo(System.out, prefix(log));
				}
				// a reader that has gone, such as 'head', is seen when something is
				// written to it
			}
			while (this.follow && !System.out.checkError() && !ended.await(ROUND_MILLISECONDS, TimeUnit.MILLISECONDS));
			tails.forEach((log, tail) -> tail.finish(System.out, prefix(log)));
			return 0;
		}
		finally {
			for (Tail tail : tails.values()) {
				tail.close();
			}
		}
	}

	private String prefix(Path log) {
		return (this.name != null) ? "" : "%-20s | ".formatted(nameOf(log));
	}

	private List<Path> logs() {
		Home home = this.duken.home();
		List<Path> all = home.logs();
		if (this.name == null) {
			return all;
		}
		Path wanted = home.log(this.name);
		if (!Files.exists(wanted)) {
			List<String> names = new ArrayList<>(all.stream().map(Logs::nameOf).toList());
			throw new Refusal(names.isEmpty() ? "There are no logs: the store has not run here"
					: "There is no log of '%s'; there are %s".formatted(this.name, String.join(", ", names)));
		}
		return List.of(wanted);
	}

	private static String nameOf(Path log) {
		return log.getFileName().toString().replaceFirst("\\.log$", "");
	}

}
