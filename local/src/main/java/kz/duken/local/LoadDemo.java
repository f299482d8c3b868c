package kz.duken.local;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import kz.duken.local.demo.DemoData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "load-demo", mixinStandardHelpOptions = true,
		description = "Load what the demo data lack, through the public API of a store in its demo profile.")
final class LoadDemo implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	Duken duken;

	@Option(names = "--url", description = "The gateway's address; without it, that of the store that runs here")
	@Nullable URI url;

	@Override
	public Integer call() {
		String profiles = System.getenv("SPRING_PROFILES_ACTIVE");
		if (profiles != null && !List.of(profiles.split(",", -1)).contains("demo")) {
			System.out.println("The store has no demo profile: no demo data.");
			return 0;
		}
		URI store = Optional.ofNullable(this.url).orElseGet(this::running);
		try {
			System.out.println("Demo data: " + new DemoData(store).load());
			return 0;
		}
		catch (DemoData.Incomplete ex) {
			throw new Refusal("The demo data are incomplete, the next 'load-demo' goes on: " + ex.getMessage(), ex);
		}
	}

	private URI running() {
		return this.duken.home()
			.lastTopology()
			.map((topology) -> URI.create(topology.url()))
			.orElseThrow(() -> new Refusal("The store is not running: './duken up -d' starts it"));
	}

}
