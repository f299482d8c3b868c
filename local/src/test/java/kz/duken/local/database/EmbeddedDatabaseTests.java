package kz.duken.local.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedDatabaseTests {

	/** Of all tests, since making a data folder takes longer than they do. */
	@TempDir
	static Path home;

	@AfterEach
	void stop() {
		EmbeddedDatabase.stop(data());
	}

	@Test
	void dataAreKeptBetweenStarts() throws SQLException {
		try (EmbeddedDatabase first = start()) {
			execute(first, "create table if not exists kept as select 42 as answer");
		}
		try (EmbeddedDatabase second = start()) {
			assertThat(answer(second)).isEqualTo(42);
		}
	}

	@Test
	void aServerThatAKilledPredecessorLeftIsStoppedFirst() throws Exception {
		EmbeddedDatabase abandoned = start();
		execute(abandoned, "create table if not exists kept as select 42 as answer");
		ProcessHandle left = abandoned.process();

		try (EmbeddedDatabase next = start()) {
			left.onExit().get(10, TimeUnit.SECONDS);
			assertThat(answer(next)).isEqualTo(42);
		}
	}

	@Test
	void aKilledServerStartsAgain() throws Exception {
		EmbeddedDatabase killed = start();
		execute(killed, "create table if not exists kept as select 42 as answer");
		ProcessHandle server = killed.process();
		server.destroyForcibly();
		server.onExit().get(10, TimeUnit.SECONDS);

		try (EmbeddedDatabase next = start()) {
			assertThat(answer(next)).isEqualTo(42);
		}
	}

	@Test
	void aStrangerUnderTheRecordedNumberIsLeftAlone() throws Exception {
		try (EmbeddedDatabase first = start()) {
			execute(first, "create table if not exists kept as select 42 as answer");
		}
		Process stranger = new ProcessBuilder("sleep", "60").start();
		Files.writeString(data().resolve("postmaster.pid"), stranger.pid() + "\n" + data() + "\n");

		try (EmbeddedDatabase next = start()) {
			assertThat(answer(next)).isEqualTo(42);
			assertThat(stranger.isAlive()).isTrue();
		}
		finally {
			stranger.destroyForcibly();
		}
	}

	@Test
	void anOccupiedPortIsToldInOneLine() {
		try (EmbeddedDatabase first = EmbeddedDatabase.temporary()) {
			assertThatExceptionOfType(DatabaseNotStarted.class)
				.isThrownBy(() -> EmbeddedDatabase.start(data(), first.port(), "secret", log()))
				.withMessageContaining("port " + first.port())
				.withMessageNotContaining("\n");
		}
	}

	@Test
	void aTemporaryOneLeavesNothing() throws Exception {
		EmbeddedDatabase database = EmbeddedDatabase.temporary();
		ProcessHandle server = database.process();
		String log = server.info().commandLine().orElse("");

		database.close();

		server.onExit().get(10, TimeUnit.SECONDS);
		assertThat(log).contains("duken-test-");
		assertThat(database.processes()).isEmpty();
	}

	private static EmbeddedDatabase start() {
		return EmbeddedDatabase.start(data(), 0, "secret", log());
	}

	private static Path data() {
		return home.resolve("data");
	}

	private static Path log() {
		return home.resolve("postgresql.log");
	}

	private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
		try (Connection connection = connection(database)) {
			connection.createStatement().execute(sql);
		}
	}

	private static int answer(EmbeddedDatabase database) throws SQLException {
		try (Connection connection = connection(database)) {
			ResultSet rows = connection.createStatement().executeQuery("select answer from kept");
			rows.next();
			return rows.getInt(1);
		}
	}

	private static Connection connection(EmbeddedDatabase database) throws SQLException {
		return DriverManager.getConnection(database.url("postgres"), database.user(), database.password());
	}

}
