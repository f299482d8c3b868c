package kz.duken.test;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import kz.duken.local.database.EmbeddedDatabase;
import kz.duken.local.database.Roles;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL for all tests of a JVM: a container where a Docker engine answers,
 * embedded binaries elsewhere. It ends with the JVM.
 */
final class TestDatabase {

	private static final TestDatabase SHARED = start();

	private final String url;

	private TestDatabase(Function<String, String> urls, String user, String password) {
		this.url = urls.apply(Roles.DATABASE);
		try {
			Roles.createDatabase(urls.apply("postgres"), user, password);
			Roles.prepare(this.url, user, password, passwords(), password(Roles.AUDITOR));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The store's roles cannot be made", ex);
		}
	}

	static TestDatabase shared() {
		return SHARED;
	}

	String url() {
		return this.url;
	}

	String password(String role) {
		return role + "-password";
	}

	private Map<String, Roles.Passwords> passwords() {
		return Roles.SCHEMAS.stream()
			.collect(Collectors.toMap(Function.identity(),
					(schema) -> new Roles.Passwords(password(schema + "_owner"), password(schema + "_runtime"))));
	}

	private static TestDatabase start() {
		return DockerClientFactory.instance().isDockerAvailable() ? inContainer() : embedded();
	}

	@SuppressWarnings("resource") // ends with the JVM
	private static TestDatabase inContainer() {
		PostgreSQLContainer container = new PostgreSQLContainer("postgres:18").withDatabaseName("postgres")
			.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=120");
		container.start();
		String server = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
		return new TestDatabase(server::concat, container.getUsername(), container.getPassword());
	}

	@SuppressWarnings("resource") // ends with the JVM
	private static TestDatabase embedded() {
		EmbeddedDatabase server = EmbeddedDatabase.temporary();
		return new TestDatabase(server::url, server.user(), server.password());
	}

}
