package kz.duken.local;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop the store; its data stay.")
final class Down implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	Duken duken;

	@Override
	public Integer call() {
		boolean stopped = new Shutdown(this.duken.home()).run();
		System.out.println(stopped ? "The store has stopped." : "The store is not running.");
		return 0;
	}

}
