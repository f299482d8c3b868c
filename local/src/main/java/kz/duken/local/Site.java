package kz.duken.local;

import java.util.LinkedHashMap;
import java.util.Map;

import kz.duken.local.database.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Where the applications of one store find what they need: database, registry, keys. It
 * reaches them as environment variables.
 *
 * @param home the store's folder
 * @param secrets its passwords
 * @param databaseUrl JDBC address of its database
 * @param registryPort where discovery answers
 * @param plan what was asked for
 */
record Site(Home home, Secrets secrets, String databaseUrl, int registryPort, Plan plan) {

	private static final String REGISTRY_USER = "duken";

	/**
	 * The environment of one instance.
	 * @param application what it runs
	 * @param port its port, 0 for any
	 * @param managementPort that of its actuators, 0 for any
	 * @param advertised {@code host:port} under which it registers, if not its own
	 */
	Map<String, String> environment(Application application, int port, int managementPort,
			@Nullable String advertised) {
		Map<String, String> environment = new LinkedHashMap<>();
		environment.put("SERVER_PORT", Integer.toString(port));
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
		environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
		if (this.plan.demo()) {
			environment.put("SPRING_PROFILES_ACTIVE", "demo");
		}
		if (application == Application.CUSTOMER) {
			environment.putAll(this.plan.administrator());
		}
		environment.put("DUKEN_REGISTRY_URL", registry().url());
		environment.put("DUKEN_REGISTRY_USERNAME", registry().username());
		environment.put("DUKEN_REGISTRY_PASSWORD", registry().password());
		if (application == Application.GATEWAY) {
			// nobody finds it in the registry, so nobody has to forget it first
			environment.put("DUKEN_DRAIN", "0s");
		}
		if (advertised != null) {
			int colon = advertised.lastIndexOf(':');
			environment.put("DUKEN_ADVERTISED_HOST", advertised.substring(0, colon));
			environment.put("DUKEN_ADVERTISED_PORT", advertised.substring(colon + 1));
		}
		application.schema().ifPresent((schema) -> {
			Roles.Passwords passwords = this.secrets.of(schema);
			environment.put("DUKEN_DATABASE_URL", this.databaseUrl);
			environment.put("DUKEN_DATABASE_PASSWORD", passwords.runtime());
			environment.put("DUKEN_DATABASE_OWNER_PASSWORD", passwords.owner());
			environment.put("DUKEN_PRIVATE_KEY", this.home.privateKey(application).toString());
			environment.put("DUKEN_PUBLIC_KEYS", this.home.publicKeys().toString());
		});
		return environment;
	}

	/** The environment of a run that serves nobody, knows of nobody, and ends soon. */
	Map<String, String> trainingEnvironment(Application application, int port) {
		Map<String, String> environment = environment(application, port, 0, null);
		environment.put("EUREKA_CLIENT_REGISTER_WITH_EUREKA", "false");
		environment.put("EUREKA_CLIENT_FETCH_REGISTRY", "false");
		environment.put("DUKEN_DRAIN", "0s");
		return environment;
	}

	Topology.Registry registry() {
		return new Topology.Registry("http://127.0.0.1:%d/eureka/".formatted(this.registryPort), REGISTRY_USER,
				this.secrets.registry());
	}

	Topology.Database database() {
		Map<String, String> roles = new LinkedHashMap<>();
		roles.put("postgres", this.secrets.superuser());
		roles.put(Roles.AUDITOR, this.secrets.auditor());
		this.secrets.schemas().forEach((schema, passwords) -> {
			roles.put(schema + "_owner", passwords.owner());
			roles.put(schema + "_runtime", passwords.runtime());
		});
		return new Topology.Database(this.databaseUrl, roles);
	}

}
