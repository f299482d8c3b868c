package kz.duken.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code up} was asked for.
 *
 * @param port the gateway's port
 * @param scale how many instances of a service, where it is not one
 * @param advertised addresses under which instances register instead of their own, by
 * name of the instance
 * @param demo whether it has the demo profile with its accounts, and the demo data are
 * loaded at the first start
 * @param aot whether applications start from AOT caches
 */
record Plan(int port, Map<String, Integer> scale, Map<String, String> advertised, boolean demo, boolean aot) {

	private static final int MOST_INSTANCES = 5;

	private static final String ADMINISTRATOR = "DUKEN_ADMIN_PASSWORD";

	Plan {
		if (port < 1 || port > 65535) {
			throw new Refusal("--port %d is no port: take one of 1 … 65535".formatted(port));
		}
		scale = Map.copyOf(scale);
		advertised = Map.copyOf(advertised);
		scale.forEach((name, count) -> {
			if (!Application.named(name).isService()) {
				throw new Refusal("--scale %s=%d: of %s there is one".formatted(name, count, name));
			}
			if (count < 1 || count > MOST_INSTANCES) {
				throw new Refusal("--scale %s=%d: from 1 to %d".formatted(name, count, MOST_INSTANCES));
			}
		});
		List<String> names = names(scale);
		advertised.forEach((name, address) -> {
			if (!names.contains(name)) {
				throw new Refusal("--advertise %s=%s: there is %s".formatted(name, address, String.join(", ", names)));
			}
			if (!address.matches("[^:\\s]+:\\d{1,5}")) {
				throw new Refusal("--advertise %s=%s: an address is host:port".formatted(name, address));
			}
		});
	}

	/**
	 * Names of the instances of an application: its own, then {@code …-2}, {@code …-3}.
	 */
	List<String> instancesOf(Application application) {
		return names(application, this.scale.getOrDefault(application.title(), 1));
	}

	/** The command line of {@code up} that asks for the same. */
	List<String> arguments() {
		List<String> arguments = new ArrayList<>(List.of("--port=" + this.port));
		this.scale.forEach((name, count) -> arguments.add("--scale=%s=%d".formatted(name, count)));
		this.advertised.forEach((name, address) -> arguments.add("--advertise=%s=%s".formatted(name, address)));
		if (!this.demo) {
			arguments.add("--no-demo");
		}
		if (!this.aot) {
			arguments.add("--no-aot");
		}
		return arguments;
	}

	/** The first administrator's password, as a variable; the demo has its own. */
	Map<String, String> administrator() {
		return Optional.ofNullable(System.getenv(ADMINISTRATOR))
			.filter((password) -> !this.demo && !password.isEmpty())
			.map((password) -> Map.of(ADMINISTRATOR, password))
			.orElse(Map.of());
	}

	private static List<String> names(Map<String, Integer> scale) {
		return Application.services()
			.stream()
			.flatMap((application) -> names(application, scale.getOrDefault(application.title(), 1)).stream())
			.toList();
	}

	private static List<String> names(Application application, int count) {
		List<String> names = new ArrayList<>(List.of(application.title()));
		for (int number = 2; number <= count; number++) {
			names.add(application.title() + "-" + number);
		}
		return names;
	}

}
