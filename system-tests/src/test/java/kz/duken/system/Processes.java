package kz.duken.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** How the store's processes are, and who knows of them. */
final class Processes {

	/**
	 * Where an instance answers.
	 *
	 * @param process it may have died since
	 */
	record Instance(ProcessHandle process, int port) {
	}

	private Processes() {
	}

	/** Whether all that the launcher runs is there and answers that it is ready. */
	static boolean isWell() {
		JsonNode topology = Store.topology();
		if (!Store.isWhole(topology)) {
			return false;
		}
		for (JsonNode process : topology.at("/processes")) {
			boolean alive = ProcessHandle.of(process.at("/pid").asLong()).filter(Processes::runs).isPresent();
			boolean answers = process.at("/name").asString().equals("postgresql")
					|| isReady(process.at("/port").asInt());
			if (!alive || !answers) {
				return false;
			}
		}
		return true;
	}

	/** Whether the application on this port says that it can serve. */
	static boolean isReady(int port) {
		HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
			.timeout(Duration.ofSeconds(2))
			.build();
		try {
			return Requests.HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** An instance by its name, if it is there. */
	static Optional<Instance> instance(String name) {
		if (Files.notExists(Store.HOME.resolve("topology.json"))) {
			return Optional.empty();
		}
		return Store.topology()
			.at("/processes")
			.valueStream()
			.filter((process) -> process.at("/name").asString().equals(name))
			.findFirst()
			.flatMap(Processes::instance);
	}

	private static Optional<Instance> instance(JsonNode member) {
		return ProcessHandle.of(member.at("/pid").asLong())
			.filter(Processes::runs)
			.map((process) -> new Instance(process, member.at("/port").asInt()));
	}

	/** Whether it is not dead; nobody may have taken note of its death yet. */
	static boolean runs(ProcessHandle process) {
		// of a dead one nothing is known but its number
		return process.isAlive() && process.info().command().isPresent();
	}

	/** Stops it, and returns when it stands still. */
	static void stop(ProcessHandle process) {
		Store.signal("STOP", process);
		Patience.until(() -> isStopped(process));
	}

	/** Whether it stands still. */
	static boolean isStopped(ProcessHandle process) {
		try {
			Process ps = new ProcessBuilder("ps", "-o", "state=", "-p", String.valueOf(process.pid())).start();
			return new String(ps.getInputStream().readAllBytes(), UTF_8).strip().startsWith("T");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Does something while nothing that dies is started again.
	 */
	static void unattended(Runnable deed) {
		ProcessHandle supervisor = ProcessHandle.of(Store.topology().at("/supervisor/pid").asLong()).orElseThrow();
		Store.signal("STOP", supervisor);
		try {
			deed.run();
		}
		finally {
			Store.signal("CONT", supervisor);
		}
	}

	/** The ports under which a service's instances are registered. */
	static List<Integer> registered(String service) {
		JsonNode registry = Store.topology().at("/registry");
		String credentials = registry.at("/username").asString() + ":" + registry.at("/password").asString();
		URI address = URI.create(registry.at("/url").asString() + "apps/" + service);
		HttpRequest question = HttpRequest.newBuilder(address)
			.timeout(Duration.ofSeconds(2))
			.header("Accept", "application/json")
			.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
			.build();
		try {
			HttpResponse<String> answer = Requests.HTTP.send(question, HttpResponse.BodyHandlers.ofString());
			return (answer.statusCode() != 200) ? List.of()
					: Requests.parse(answer.body())
						.at("/application/instance")
						.valueStream()
						.filter((instance) -> instance.at("/status").asString().equals("UP"))
						.map((instance) -> instance.at("/port/$").asInt())
						.toList();
		}
		catch (IOException ex) {
			return List.of();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
