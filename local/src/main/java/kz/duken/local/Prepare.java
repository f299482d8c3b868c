package kz.duken.local;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import kz.duken.local.database.Roles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the launcher does in {@code up}, for others who start the applications. */
@Command(name = "prepare", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Make the services' keys, and the roles on a PostgreSQL; repeatable.",
		"Environment: DUKEN_DATABASE_ADMIN_URL, ..._USER, ..._PASSWORD of a superuser; passwords of the roles in "
				+ "DUKEN_AUDITOR_PASSWORD and, for each schema, DUKEN_<SCHEMA>_OWNER_PASSWORD and "
				+ "DUKEN_<SCHEMA>_RUNTIME_PASSWORD." })
final class Prepare implements Callable<Integer> {

	@Option(names = "--private-keys", required = true, paramLabel = "<folder>",
			description = "Where <service>/private.jwk is made")
	Path privateKeys = Path.of("private");

	@Option(names = "--public-keys", required = true, paramLabel = "<folder>",
			description = "Where <service>.jwk is made")
	Path publicKeys = Path.of("public");

	@Override
	public Integer call() {
		for (Application service : Application.services()) {
			Keys.make(service, this.privateKeys.resolve(service.title()).resolve("private.jwk"), this.publicKeys);
		}
		Map<String, Roles.Passwords> passwords = new LinkedHashMap<>();
		for (String schema : Roles.SCHEMAS) {
			String prefix = "DUKEN_" + schema.toUpperCase(Locale.ROOT);
			passwords.put(schema,
					new Roles.Passwords(required(prefix + "_OWNER_PASSWORD"), required(prefix + "_RUNTIME_PASSWORD")));
		}
		String url = required("DUKEN_DATABASE_ADMIN_URL");
		String user = required("DUKEN_DATABASE_ADMIN_USER");
		String password = required("DUKEN_DATABASE_ADMIN_PASSWORD");
		try {
			Roles.createDatabase(url, user, password);
			Roles.prepare(url.replaceFirst("/[^/]*$", "/" + Roles.DATABASE), user, password, passwords,
					required("DUKEN_AUDITOR_PASSWORD"));
		}
		catch (SQLException ex) {
			throw new Refusal("The database at %s refuses: %s".formatted(url, ex.getMessage()), ex);
		}
		System.out.println("Keys and roles are ready.");
		return 0;
	}

	private static String required(String variable) {
		String value = System.getenv(variable);
		if (value == null || value.isBlank()) {
			throw new Refusal(variable + " is not set");
		}
		return value;
	}

}
