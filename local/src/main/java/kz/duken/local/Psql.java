package kz.duken.local;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "psql", mixinStandardHelpOptions = true,
		description = "Ask the store's database, as its superuser, with the psql of this machine.")
final class Psql implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	Duken duken;

	@Parameters(arity = "0..*", paramLabel = "<argument>", description = "Arguments of psql, such as -c 'select 1'")
	List<String> arguments = new ArrayList<>();

	@Override
	public Integer call() throws InterruptedException {
		Topology.Database database = this.duken.home()
			.lastTopology()
			.map(Topology::database)
			.orElseThrow(() -> new Refusal("The store is not running: './duken up -d' starts it"));
		List<String> command = new ArrayList<>(List.of("psql"));
		command.addAll(this.arguments);
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		builder.environment().putAll(access(database));
		try {
			Process psql = builder.start();
			// Ctrl-C ends a statement of psql, not psql, and so not us before it
			Runtime.getRuntime().addShutdownHook(new Thread(() -> psql.onExit().join()));
			return psql.waitFor();
		}
		catch (IOException ex) {
			throw new Refusal("There is no psql on the PATH: install it (Debian: apt-get install postgresql-client)",
					ex);
		}
	}

	private static Map<String, String> access(Topology.Database database) {
		URI address = URI.create(database.url().substring("jdbc:".length()));
		return Map.of("PGHOST", address.getHost(), "PGPORT", Integer.toString(address.getPort()), "PGDATABASE",
				address.getPath().substring(1), "PGUSER", "postgres", "PGPASSWORD",
				database.roles().getOrDefault("postgres", ""));
	}

}
