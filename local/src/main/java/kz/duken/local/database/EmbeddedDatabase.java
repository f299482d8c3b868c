package kz.duken.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A running PostgreSQL 18 of its own data folder, reached by TCP on loopback alone, with
 * the superuser {@code postgres}. The server is a process of its own: it outlives a
 * killed JVM, and the next start on the same folder ends it first.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private static final String USER = "postgres";

	private final Cluster cluster;

	private final int port;

	private final String password;

	/** Deleted at the end. */
	private final @Nullable Path throwAway;

	private EmbeddedDatabase(Cluster cluster, int port, String password, @Nullable Path throwAway) {
		this.cluster = cluster;
		this.port = port;
		this.password = password;
		this.throwAway = throwAway;
	}

	/**
	 * Starts PostgreSQL on a data folder that is kept; the folder is made at the first
	 * start. A server that is still running on it, left by a predecessor, is stopped
	 * before.
	 * @param data the data folder
	 * @param port the port, 0 for any free one
	 * @param password the superuser's; counts at the first start, later it must be the
	 * same
	 * @param log the file that the server's log is appended to
	 * @throws DatabaseNotStarted with one line that says why
	 */
	public static EmbeddedDatabase start(Path data, int port, String password, Path log) {
		Cluster cluster = new Cluster(PostgresBinaries.unpacked(), data.toAbsolutePath(), log.toAbsolutePath());
		return start(cluster, port, password, null);
	}

	/**
	 * Starts an empty PostgreSQL for tests, quick and careless of crashes, on a free
	 * port. It is stopped and deleted by {@link #close()}, at the latest when the JVM
	 * ends.
	 * @throws DatabaseNotStarted with one line that says why
	 */
	public static EmbeddedDatabase temporary() {
		TemporaryFolders.sweep();
		Path folder = TemporaryFolders.create();
		Cluster cluster = new Cluster(PostgresBinaries.unpacked(), folder.resolve("data"),
				folder.resolve("postgresql.log"));
		EmbeddedDatabase database = start(cluster, 0, "postgres", folder);
		Runtime.getRuntime().addShutdownHook(new Thread(database::close, "postgresql-stop"));
		return database;
	}

	/**
	 * Stops the server that a killed predecessor left on this data folder, if there is
	 * one.
	 */
	public static void stop(Path data) {
		if (!Files.exists(data.resolve("postmaster.pid"))) {
			return;
		}
		new Cluster(PostgresBinaries.unpacked(), data.toAbsolutePath(), data.resolveSibling("postgresql.log")).stop();
	}

	private static EmbeddedDatabase start(Cluster cluster, int port, String password, @Nullable Path throwAway) {
		boolean careless = throwAway != null;
		cluster.stop();
		cluster.initialise(USER, password, careless);
		int attempts = (port == 0) ? 3 : 1;
		while (true) {
			int chosen = (port == 0) ? freePort() : port;
			try {
				cluster.start(chosen, careless);
				return new EmbeddedDatabase(cluster, chosen, password, throwAway);
			}
			catch (DatabaseNotStarted ex) {
				// somebody may have taken the free port in the meantime
				if (--attempts == 0) {
					throw ex;
				}
			}
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

	public int port() {
		return this.port;
	}

	/** JDBC address of a database of this server, without user and password. */
	public String url(String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.port, database);
	}

	/** The superuser's name. */
	public String user() {
		return USER;
	}

	/** The superuser's password. */
	public String password() {
		return this.password;
	}

	/**
	 * The server's main process.
	 * @throws IllegalStateException when it is not running
	 */
	public ProcessHandle process() {
		return this.cluster.process()
			.orElseThrow(() -> new IllegalStateException("PostgreSQL on port " + this.port + " is not running"));
	}

	/** The server with all its workers: empty when it is not running. */
	public Stream<ProcessHandle> processes() {
		return this.cluster.process().stream().flatMap((main) -> Stream.concat(Stream.of(main), main.children()));
	}

	/** Disconnects all clients and stops the server; again changes nothing. */
	@Override
	public void close() {
		this.cluster.stop();
		if (this.throwAway != null) {
			FileTree.delete(this.throwAway);
		}
	}

}
