package kz.duken.commons.neighbour;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An instance of a service on loopback, as well or as ill as a test wants it. */
public class Instance {

	private static final int LONG_QUEUE = 100;

	/** Open until the end of the tests, so that nobody else gets their ports. */
	private static final List<Closeable> SOCKETS = new CopyOnWriteArrayList<>();

	private final int port;

	private final AtomicInteger asked = new AtomicInteger();

	private volatile Health health;

	/** How it answers. */
	public enum Health {

		WELL, SILENT, HANGS_UP

	}

	public Instance(Health health) {
		this(health, server(LONG_QUEUE));
	}

	private Instance(Health health, ServerSocket server) {
		this(health, server.getLocalPort());
		Thread.ofVirtual().start(() -> listen(server));
	}

	private Instance(Health health, int port) {
		this.health = health;
		this.port = port;
	}

	/** Its port is taken, but nobody listens there. */
	public static Instance dead() {
		Socket silent = open(new Socket());
		try {
			silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			return new Instance(Health.SILENT, silent.getLocalPort());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Its host is gone: it takes no connection and refuses none. In truth so many wait
	 * there already that there is no place for another.
	 */
	public static Instance unreachable() {
		Instance full = new Instance(Health.SILENT, server(1).getLocalPort());
		for (int i = 0; i < LONG_QUEUE; i++) {
			if (!full.isConnected()) {
				return full;
			}
		}
		throw new IllegalStateException("It takes whoever comes");
	}

	private static ServerSocket server(int queue) {
		try {
			return open(new ServerSocket(0, queue, InetAddress.getLoopbackAddress()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static <T extends Closeable> T open(T socket) {
		SOCKETS.add(socket);
		return socket;
	}

	private boolean isConnected() {
		Socket waiting = open(new Socket());
		try {
			waiting.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 100);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	public String uri() {
		return "http://127.0.0.1:" + this.port;
	}

	/** How many requests have come. */
	int asked() {
		return this.asked.get();
	}

	void becomes(Health other) {
		this.health = other;
	}

	private void listen(ServerSocket server) {
		try {
			while (true) {
				Socket connection = server.accept();
				Thread.ofVirtual().start(() -> serve(connection));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			BufferedReader request = new BufferedReader(
					new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
			while (readHeaders(request)) {
				this.asked.incrementAndGet();
				switch (this.health) {
					case WELL -> connection.getOutputStream()
						.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n1"
							.getBytes(StandardCharsets.US_ASCII));
					case SILENT -> request.readLine();
					case HANGS_UP -> {
						return;
					}
				}
			}
		}
		catch (IOException ex) {
			// the caller has had enough
		}
	}

	private static boolean readHeaders(BufferedReader request) throws IOException {
		String line = request.readLine();
		if (line == null) {
			return false;
		}
		while (line != null && !line.isEmpty()) {
			line = request.readLine();
		}
		return line != null;
	}

}
