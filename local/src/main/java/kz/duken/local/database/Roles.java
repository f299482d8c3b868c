package kz.duken.local.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Who may do what in the store's database: per schema an owner, who migrates it, and a
 * runtime role, who reads and writes it and nothing else; an auditor, who reads all.
 */
public final class Roles {

	/** The store's database. */
	public static final String DATABASE = "duken";

	/** Who reads all schemas, and changes nothing. */
	public static final String AUDITOR = "auditor";

	/** One per service; {@code order} is a reserved word of SQL. */
	public static final List<String> SCHEMAS = List.of("customer", "category", "product", "shop", "cart", "orders");

	private static final String PER_SCHEMA = "-- For each schema";

	// the operating system's locale decides what a letter is for search; not each has the
	// first
	private static final List<String> LETTERS = List.of("C.UTF-8", "en_US.UTF-8");

	private Roles() {
	}

	/**
	 * Passwords of one schema's roles {@code <schema>_owner} and
	 * {@code <schema>_runtime}.
	 */
	public record Passwords(String owner, String runtime) {
	}

	/**
	 * Creates the database {@code duken} in a server unless it is there.
	 * @param url of any other database of the server, such as {@code postgres}
	 * @param user a superuser
	 * @param password the superuser's password
	 * @throws SQLException when the server refuses
	 */
	public static void createDatabase(String url, String user, String password) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, user, password);
				Statement statement = connection.createStatement()) {
			SQLException refusal = null;
			for (String letters : LETTERS) {
				if (exists(connection)) {
					return;
				}
				try {
					statement.execute("""
							create database %s template template0 encoding 'UTF8'
								locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype '%s'
							""".formatted(DATABASE, letters));
				}
				catch (SQLException ex) {
					refusal = ex;
				}
			}
			if (refusal != null && !exists(connection)) {
				throw refusal;
			}
		}
	}

	/**
	 * Creates schemas, extensions, roles and grants in the store's database, or brings
	 * them up to date; repeatable at any time. What a migration has revoked stays
	 * revoked.
	 * @param url of the store's database
	 * @param user a superuser
	 * @param password the superuser's password
	 * @param schemas the passwords by schema, usually for all of {@link #SCHEMAS}
	 * @param auditor the auditor's password
	 * @throws SQLException when the server refuses; then nothing has changed
	 */
	public static void prepare(String url, String user, String password, Map<String, Passwords> schemas, String auditor)
			throws SQLException {
		String script = script();
		int perSchema = script.indexOf(PER_SCHEMA);
		try (Connection connection = DriverManager.getConnection(url, user, password);
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			// two that prepare at once would trip over each other's "create role"
			statement.execute("select pg_advisory_xact_lock(hashtext('duken.roles'))");
			statement.execute(script.substring(0, perSchema).replace("${auditor_password}", quoted(auditor)));
			for (Map.Entry<String, Passwords> schema : schemas.entrySet()) {
				statement.execute(script.substring(perSchema)
					.replace("${schema}", schema.getKey())
					.replace("${owner_password}", quoted(schema.getValue().owner()))
					.replace("${runtime_password}", quoted(schema.getValue().runtime())));
			}
			connection.commit();
		}
	}

	private static boolean exists(Connection connection) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement("select from pg_database where datname = ?")) {
			query.setString(1, DATABASE);
			return query.executeQuery().next();
		}
	}

	private static String quoted(String password) {
		return "'" + password.replace("'", "''") + "'";
	}

	private static String script() {
		try (InputStream script = Roles.class.getResourceAsStream("roles.sql")) {
			if (script == null) {
				throw new IllegalStateException("roles.sql is not on the class path");
			}
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
