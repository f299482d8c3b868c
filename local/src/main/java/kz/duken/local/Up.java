package kz.duken.local;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "up", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Start the store; Ctrl-C stops it, unless it is detached.")
final class Up implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	Duken duken;

	@Option(names = { "-d", "--detach" }, description = "Return when the store is ready, and leave it running")
	boolean detached;

	@Option(names = "--port", defaultValue = "8080", description = "The gateway's port (${DEFAULT-VALUE})")
	int port = 8080;

	@Option(names = "--scale", paramLabel = "<service>=<n>", description = "Run a service n times; repeatable")
	Map<String, Integer> scale = new LinkedHashMap<>();

	@Option(names = "--advertise", paramLabel = "<name>=<host:port>",
			description = "Let an instance register under another address, that of a proxy; repeatable")
	Map<String, String> advertised = new LinkedHashMap<>();

	@Option(names = "--no-demo",
			description = { "Without demo data and the demo profile, whose accounts everybody knows.",
					"DUKEN_ADMIN_PASSWORD makes the first administrator. A store that was started with them before",
					"is refused while their passwords let somebody in: change these, or reset" })
	boolean withoutDemo;

	@Option(names = "--no-aot", description = "Without AOT caches, which take minutes to make: each start is slower")
	boolean withoutAot;

	@Option(names = "--check", hidden = true, description = "Start nothing: refuse what would be refused at once")
	boolean check;

	@Override
	public Integer call() throws InterruptedException {
		Plan plan = new Plan(this.port, this.scale, this.advertised, !this.withoutDemo, !this.withoutAot);
		Home home = this.duken.home();
		if (this.check) {
			home.checkNotRunning();
			return 0;
		}
		if (this.detached) {
			return new Detached(home, plan).start();
		}
		new Supervisor(home, plan, new Steps(System.out, since())).run();
		return 0;
	}

	/** When the user pressed Enter, if the script in front of us has told. */
	private static Instant since() {
		try {
			return Instant.ofEpochSecond(Long.parseLong(System.getProperty("duken.since", "")));
		}
		catch (NumberFormatException ex) {
			return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
		}
	}

}
