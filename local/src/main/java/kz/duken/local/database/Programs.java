package kz.duken.local.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs that run to their end. */
final class Programs {

	private Programs() {
	}

	/** What a program printed, with its exit status. */
	record Outcome(int status, String output) {

		boolean failed() {
			return this.status != 0;
		}

	}

	static Outcome run(List<String> command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		// PostgreSQL shall see neither the user's locale nor his PGPORT, PGDATA, …
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG") || name.startsWith("LC_"));
		builder.environment().put("LC_ALL", "C");
		Process process = builder.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Outcome(exitOf(process), output.strip());
	}

	static int exitOf(Process process) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return process.waitFor();
				}
				catch (InterruptedException ex) {
					// half of a pg_ctl helps nobody: it ends by itself in bounded time
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
