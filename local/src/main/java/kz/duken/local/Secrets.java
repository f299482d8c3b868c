package kz.duken.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import kz.duken.local.database.Roles;

/**
 * The passwords of one store. They are made once, at random, and go from hand to hand by
 * file and environment, never on a command line.
 *
 * @param registry that of Eureka
 * @param superuser that of PostgreSQL's superuser
 * @param auditor that of the role that reads all schemas
 * @param schemas those of the roles, by schema
 */
record Secrets(String registry, String superuser, String auditor, Map<String, Roles.Passwords> schemas) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static Secrets keptIn(Path file) {
		if (!Files.exists(file)) {
			PrivateFile.write(file, Json.write(make()));
		}
		return Json.read(file, Secrets.class);
	}

	Roles.Passwords of(String schema) {
		Roles.Passwords passwords = this.schemas.get(schema);
		if (passwords == null) {
			throw new Refusal("There are no passwords for schema '%s': ./duken reset makes new ones".formatted(schema));
		}
		return passwords;
	}

	private static Secrets make() {
		Map<String, Roles.Passwords> schemas = new LinkedHashMap<>();
		for (String schema : Roles.SCHEMAS) {
			schemas.put(schema, new Roles.Passwords(password(), password()));
		}
		return new Secrets(password(), password(), password(), schemas);
	}

	private static String password() {
		byte[] bytes = new byte[24];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
