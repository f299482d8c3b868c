package kz.duken.local;

import java.io.Console;
import java.lang.ref.Reference;
import java.nio.channels.FileLock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "reset", mixinStandardHelpOptions = true,
		description = "Stop the store and delete all its data: accounts, orders, everything.")
final class Reset implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	Duken duken;

	@Option(names = { "-y", "--yes" }, description = "Do not ask")
	boolean sure;

	@Override
	public Integer call() {
		Home home = this.duken.home();
		home.checkStores();
		if (!this.sure && !agrees(home)) {
			System.out.println("Nothing was deleted.");
			return 1;
		}
		new Shutdown(home).run();
		// nobody starts it again in the middle
		FileLock lock = home.lock();
		try {
			home.clear();
		}
		finally {
			Reference.reachabilityFence(lock);
		}
		System.out.println("All data in %s are deleted.".formatted(home.folder()));
		return 0;
	}

	private static boolean agrees(Home home) {
		Console console = Optional.ofNullable(System.console())
			.filter(Console::isTerminal)
			.orElseThrow(() -> new Refusal("There is nobody to ask: -y deletes all data in " + home.folder()));
		String answer = console.readLine("Delete all data in %s? [y/N] ", home.folder());
		return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
	}

}
