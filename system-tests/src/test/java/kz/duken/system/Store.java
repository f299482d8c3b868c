package kz.duken.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The store as a person starts it: by {@code ./duken up -d}, in a folder of its own and
 * on a free port. It is started once for all journeys and proofs, and stopped when they
 * have ended. Before each service that a checkout needs stands a {@link FaultProxy}.
 */
final class Store {

	private static final Path ROOT = Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

	private static final Path HOME = ROOT.resolve("system-tests/target/duken");

	private static final int PORT = freePort();

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	/** The services that a checkout needs. */
	private static final List<String> PROXIED = List.of("customer-service", "cart-service", "shop-service",
			"order-service");

	private static final Map<String, FaultProxy> PROXIES = new ConcurrentHashMap<>();

	private static final Map<String, Integer> PORTS = new ConcurrentHashMap<>();

	private static boolean running;

	private Store() {
	}

	static synchronized void up() {
		if (!running) {
			running = true;
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				Report.line("Operations without a successful answer: " + Contract.unanswered());
				duken("down");
			}));
			List<String> up = new ArrayList<>(List.of("up", "-d", "--port", String.valueOf(PORT)));
			if (!Boolean.getBoolean("proof")) {
				up.add("--no-aot");
			}
			if (Boolean.getBoolean("no-demo")) {
				up.add("--no-demo");
			}
			for (String service : PROXIED) {
				FaultProxy proxy = FaultProxy.before(() -> PORTS.computeIfAbsent(service, Store::port));
				PROXIES.put(service, proxy);
				up.addAll(List.of("--advertise", service + "=127.0.0.1:" + proxy.port()));
			}
			duken(up.toArray(String[]::new));
		}
	}

	/** What stands before a service. */
	static FaultProxy proxy(String service) {
		return Objects.requireNonNull(PROXIES.get(service));
	}

	/** Whether all that the launcher runs answers that it is ready. */
	static boolean isWell() {
		for (JsonNode process : topology().at("/processes")) {
			boolean alive = ProcessHandle.of(process.at("/pid").asLong()).isPresent();
			boolean answers = process.at("/name").asString().equals("postgresql")
					|| isReady(process.at("/port").asInt());
			if (!alive || !answers) {
				return false;
			}
		}
		return true;
	}

	private static boolean isReady(int port) {
		HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
			.timeout(Duration.ofSeconds(2))
			.build();
		try {
			return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static int port(String application) {
		return member(application).at("/port").asInt();
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
		List<String> command = new ArrayList<>(List.of(ROOT.resolve("duken").toString()));
		command.addAll(List.of(verb));
		ProcessBuilder launcher = new ProcessBuilder(command).directory(ROOT.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
			.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
		launcher.environment().put("DUKEN_HOME", HOME.toString());
		try {
			Process process = launcher.start();
			if (!process.waitFor(10, TimeUnit.MINUTES)) {
				process.destroy();
				throw new AssertionError("duken " + String.join(" ", verb) + " takes too long, see " + log());
			}
			return process.exitValue();
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
		return JSON.readTree(HOME.resolve("topology.json").toFile());
	}

	/** Sends a signal to an application's process. */
	static void signal(String signal, ProcessHandle process) {
		try {
			new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Sends a request to the gateway as it is. */
	static Answer send(String method, String path, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
			.timeout(Duration.ofSeconds(20))
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			Contract.check(method, path, response.statusCode(), response.headers().firstValue("Content-Type"),
					response.body());
			return new Answer(method + " " + path, response.statusCode(), response.headers(), parse(response.body()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/** What a service says of itself. */
	static String document(String service) {
		return JSON.writeValueAsString(send("GET", "/v3/api-docs/" + service, "").expect(200).body());
	}

	private static JsonNode parse(String body) {
		return (body.startsWith("{") || body.startsWith("[")) ? JSON.readTree(body) : MissingNode.getInstance();
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
