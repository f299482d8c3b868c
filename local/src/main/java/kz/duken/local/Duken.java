package kz.duken.local;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

import kz.duken.local.database.DatabaseNotStarted;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The store on this machine: all its processes, by the verbs of docker compose. */
@Command(name = "duken", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
		description = "The store on this machine: all its processes.", subcommands = { Up.class, Down.class, Ps.class,
				Logs.class, Psql.class, Audit.class, Reset.class, LoadDemo.class, Prepare.class })
final class Duken {

	@Option(names = "--home", scope = ScopeType.INHERIT, paramLabel = "<folder>",
			defaultValue = "${env:DUKEN_HOME:-${sys:duken.project:-.}/.duken}",
			description = "Where the store keeps its data; another folder is another store (.duken, or DUKEN_HOME)")
	Path folder = Path.of(".duken");

	private Duken() {
	}

	/** Runs one verb; one line and a status other than 0 tell what went wrong. */
	public static void main(String[] arguments) {
		System.exit(commandLine().execute(arguments));
	}

	static CommandLine commandLine() {
		CommandLine commandLine = new CommandLine(new Duken());
		Objects.requireNonNull(commandLine.getSubcommands().get("psql")).setUnmatchedOptionsArePositionalParams(true);
		commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
			command.getErr().println("duken: " + oneLine(failure));
			return 1;
		});
		commandLine.setParameterExceptionHandler((failure, arguments) -> {
			failure.getCommandLine()
				.getErr()
				.printf("duken: %s ('./duken %s' tells more)%n", oneLine(failure), helpOn(failure.getCommandLine()));
			return 2;
		});
		return commandLine;
	}

	Home home() {
		return new Home(this.folder);
	}

	private static String helpOn(CommandLine command) {
		return (command.getParent() != null) ? command.getCommandName() + " --help" : "--help";
	}

	private static String oneLine(Exception failure) {
		String message = switch (failure) {
			case Refusal refusal -> refusal.getMessage();
			case DatabaseNotStarted refusal -> refusal.getMessage();
			case CommandLine.ParameterException wrong -> wrong.getMessage();
			case UncheckedIOException io -> "a file could not be read or written: " + io.getCause();
			default -> failure.toString();
		};
		return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", "; ");
	}

}
