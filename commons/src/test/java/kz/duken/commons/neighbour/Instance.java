package kz.duken.commons.neighbour;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An instance of a service on loopback, as well or as ill as a test wants it. */
public class Instance {

	private static final int LONG_QUEUE = 100;

	private final ServerSocket port;

	private final List<Socket> waiting = new ArrayList<>();

	private final AtomicInteger asked = new AtomicInteger();

	private volatile Health health;

	/** How it answers. */
	public enum Health {

		WELL, SILENT, HANGS_UP

	}

	public Instance(Health health) {
		this(health, LONG_QUEUE);
		Thread.ofVirtual().start(this::listen);
	}

	private Instance(Health health, int queue) {
		this.health = health;
		try {
			this.port = new ServerSocket(0, queue, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Its host is gone: it takes no connection and refuses none. In truth so many wait
	 * there already that there is no place for another.
	 */
	public static Instance unreachable() {
		Instance full = new Instance(Health.SILENT, 1);
		for (int i = 0; i < LONG_QUEUE; i++) {
			if (!full.isConnected()) {
				return full;
			}
		}
		throw new IllegalStateException("It takes whoever comes");
	}

	@SuppressWarnings("resource") // waits until the end of the tests
	private boolean isConnected() {
		try {
			Socket waiting = new Socket();
			this.waiting.add(waiting);
			waiting.connect(this.port.getLocalSocketAddress(), 100);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	public String uri() {
		return "http://127.0.0.1:" + this.port.getLocalPort();
	}

	/** How many requests have come. */
	int asked() {
		return this.asked.get();
	}

	void becomes(Health other) {
		this.health = other;
	}

	/** Nobody listens there any more. */
	public Instance gone() {
		try {
			this.port.close();
			return this;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void listen() {
		while (!this.port.isClosed()) {
			try {
				Socket connection = this.port.accept();
				Thread.ofVirtual().start(() -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
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
