package kz.duken.system;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The store as a person starts it: by {@code ./duken up -d}, in a folder of its own and
 * on a free port. It is started once for all journeys and proofs (and again with two
 * instances of each service, for those that need them), and stopped when they have ended.
 * Before each instance of a service that a checkout needs stands a {@link FaultProxy},
 * and before each of all services when there are two.
 */
final class Store {

	private static final Path ROOT = Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

	static final Path HOME = ROOT.resolve("system-tests/target/duken");

	static final int PORT = freePort();

	private static final List<String> OF_A_CHECKOUT = List.of("customer-service", "cart-service", "shop-service",
			"order-service");

	private static final List<String> OF_THE_CATALOGUE = List.of("product-service", "category-service");

	private static final Map<String, FaultProxy> PROXIES = new ConcurrentHashMap<>();

	/** How many instances of each of these run. */
	private static int running;

	/** Who was there when it had come up, by name: a dead one is nowhere. */
	private static Set<String> all = Set.of();

	/** Why it does not run: it is not started again for each journey. */
	private static @Nullable String failure;

	private Store() {
	}

	/**
	 * What became of a verb of the launcher.
	 *
	 * @param lines that it has printed
	 */
	record Outcome(int status, List<String> lines) {
	}

	/** One instance of each service. */
	static void up() {
		up(1);
	}

	/** Two instances of each service. */
	static void upTwice() {
		up(2);
	}

	private static synchronized void up(int count) {
		if (failure != null) {
			throw new AssertionError(failure);
		}
		if (count == running) {
			return;
		}
		if (running == 0) {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> duken("down")));
		}
		// or what a killed JVM with tests has left
		duken("down");
		running = count;
		List<String> up = new ArrayList<>(List.of("up", "-d", "--port", String.valueOf(PORT)));
		if (!Boolean.getBoolean("proof")) {
			up.add("--no-aot");
		}
		for (String service : services()) {
			up.addAll(List.of("--scale", service + "=" + count));
		}
		for (String instance : instances()) {
			up.addAll(List.of("--advertise", instance + "=127.0.0.1:" + proxy(instance).port()));
		}
		try {
			duken(up.toArray(String[]::new));
			all = names(topology());
			buyOnce();
		}
		catch (AssertionError ex) {
			failure = ex.getMessage();
			throw ex;
		}
	}

	/** What nobody has asked yet takes long: no test is the first. */
	private static void buyOnce() {
		Wares wares = Wares.offered("100", 1);
		Person customer = Person.registered().withMoney("100");
		Patience.definite(() -> wares.intoCartOf(customer, 1)).expect(201);
		String order = Patience.order(customer, Person.newKey(), "100.00").text("/id");
		Patience.definite(() -> customer.post("/api/orders/" + order + "/cancel", "")).expect(200);
	}

	/** Whether all are there that were when it had come up. */
	static boolean isWhole(JsonNode topology) {
		return names(topology).containsAll(all);
	}

	private static Set<String> names(JsonNode topology) {
		return topology.at("/processes")
			.valueStream()
			.map((process) -> process.at("/name").asString())
			.collect(Collectors.toSet());
	}

	/** Those before which a proxy stands, by name. */
	static List<String> instances() {
		return services().stream()
			.flatMap((service) -> (running == 2) ? Stream.of(service, service + "-2") : Stream.of(service))
			.toList();
	}

	private static List<String> services() {
		return (running == 2) ? Stream.of(OF_A_CHECKOUT, OF_THE_CATALOGUE).flatMap(List::stream).toList()
				: OF_A_CHECKOUT;
	}

	/** What stands before an instance. */
	static FaultProxy proxy(String instance) {
		return PROXIES.computeIfAbsent(instance, FaultProxy::before);
	}

	/** Nothing is struck any more. */
	static void disarm() {
		PROXIES.values().forEach(FaultProxy::disarm);
	}

	/** Runs a verb of the launcher and insists that it succeeds. */
	static void duken(String... verb) {
		int status = run(verb);
		if (status != 0) {
			throw new AssertionError("duken " + String.join(" ", verb) + " ended with " + status + ", see " + log());
		}
	}

	/**
	 * Runs a verb of the launcher.
	 * @return its exit status
	 */
	static int run(String... verb) {
		return outcome(verb).status();
	}

	/** Runs a verb of the launcher, and listens to it. */
	static Outcome outcome(String... verb) {
		return outcome(Map.of(), verb);
	}

	/** Runs a verb of the launcher in another environment, and listens to it. */
	static Outcome outcome(Map<String, String> environment, String... verb) {
		List<String> command = new ArrayList<>(List.of(ROOT.resolve("duken").toString()));
		command.addAll(List.of(verb));
		ProcessBuilder launcher = new ProcessBuilder(command).directory(ROOT.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
			.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
		launcher.environment().put("DUKEN_HOME", HOME.toString());
		launcher.environment().put("DUKEN_SKIP_BUILD", "true");
		launcher.environment().putAll(environment);
		try {
			long said = log().length();
			Process process = launcher.start();
			// the launcher has limits of its own
			if (!process.waitFor(30, TimeUnit.MINUTES)) {
				process.destroy();
				throw new AssertionError("duken " + String.join(" ", verb) + " takes too long, see " + log());
			}
			try (var log = new FileInputStream(log())) {
				log.skipNBytes(said);
				return new Outcome(process.exitValue(), new String(log.readAllBytes(), UTF_8).lines().toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static File log() {
		try {
			Files.createDirectories(HOME.getParent());
			return HOME.resolveSibling("duken.log").toFile();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The process of an application, as the launcher tells. */
	static ProcessHandle process(String application) {
		return ProcessHandle.of(member(application).at("/pid").asLong()).orElseThrow();
	}

	private static JsonNode member(String name) {
		for (JsonNode process : topology().at("/processes")) {
			if (process.at("/name").asString().equals(name)) {
				return process;
			}
		}
		throw new AssertionError(name + " is not in " + topology());
	}

	/** What runs where, as the launcher tells. */
	static JsonNode topology() {
		return JsonMapper.shared().readTree(HOME.resolve("topology.json").toFile());
	}

	/** Sends a signal to a process, and insists that it is there. */
	static void signal(String signal, ProcessHandle process) {
		try {
			int status = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).inheritIO()
				.start()
				.waitFor();
			if (status != 0) {
				throw new AssertionError("Process %d has not got %s".formatted(process.pid(), signal));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
