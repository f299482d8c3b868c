package kz.duken.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * Stands before an instance of a service, which registers under its address. It passes on
 * what comes, until a {@link Fault} is armed.
 */
final class FaultProxy {

	private static final int BACKLOG = 4000;

	private static final Set<String> NOT_PASSED_ON = Set.of("connection", "content-length", "host", "expect", "upgrade",
			"transfer-encoding", ":status");

	/** Longer than any caller waits. */
	private static final Duration DELAY = Duration.ofSeconds(4);

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(1))
		.build();

	private final HttpServer server;

	private final IntSupplier target;

	private final AtomicReference<@Nullable Fault> armed = new AtomicReference<>();

	private final List<HttpRequest> kept = new ArrayList<>();

	private FaultProxy(HttpServer server, IntSupplier target) {
		this.server = server;
		this.target = target;
	}

	/**
	 * Starts one on a free port.
	 * @param target the port of the instance, asked for at each request
	 */
	static FaultProxy before(IntSupplier target) {
		try {
			var proxy = new FaultProxy(
					HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG), target);
			proxy.server.createContext("/", proxy::handle);
			proxy.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			proxy.server.start();
			return proxy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	/** The next request that it is meant for is struck, in the place of any before. */
	void arm(Fault fault) {
		this.armed.set(fault);
	}

	void disarm() {
		this.armed.set(null);
	}

	/** Delivers what was kept as {@link Fault.Moment#LATE}. */
	void deliverLate() throws IOException, InterruptedException {
		List<HttpRequest> late;
		synchronized (this.kept) {
			late = List.copyOf(this.kept);
			this.kept.clear();
		}
		for (HttpRequest request : late) {
			HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
		}
	}

	private void handle(HttpExchange exchange) {
		try (exchange) {
			HttpRequest request = request(exchange);
			Fault fault = this.armed.get();
			if (fault == null || !fault.strikes(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath())) {
				answer(exchange, deliver(request));
				return;
			}
			handle(exchange, request, fault);
		}
		catch (IOException ex) {
			// whoever asked finds out by the connection
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void handle(HttpExchange exchange, HttpRequest request, Fault fault)
			throws IOException, InterruptedException {
		switch (fault.moment()) {
			case BEFORE_DELIVERY -> fault.strike();
			case ANSWER_LOST -> {
				deliver(request);
				fault.strike();
			}
			case ANSWERED -> {
				answer(exchange, deliver(request));
				fault.strike();
			}
			case DELAYED -> {
				Thread.sleep(DELAY);
				HttpResponse<byte[]> late = deliver(request);
				fault.strike();
				// nobody may be waiting for it any more
				answer(exchange, late);
			}
			case DUPLICATED -> {
				deliver(request);
				answer(exchange, deliver(request));
				fault.strike();
			}
			case LATE -> {
				synchronized (this.kept) {
					this.kept.add(request);
				}
				fault.strike();
			}
		}
	}

	private HttpRequest request(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.target.getAsInt() + exchange.getRequestURI()))
			.timeout(Duration.ofSeconds(130))
			.method(exchange.getRequestMethod(), (body.length > 0) ? HttpRequest.BodyPublishers.ofByteArray(body)
					: HttpRequest.BodyPublishers.noBody());
		exchange.getRequestHeaders()
			.forEach((name, values) -> values.stream()
				.filter((value) -> !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)))
				.forEach((value) -> request.header(name, value)));
		return request.build();
	}

	private static HttpResponse<byte[]> deliver(HttpRequest request) throws IOException, InterruptedException {
		return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
	}

	private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
		response.headers()
			.map()
			.forEach((name, values) -> values.stream()
				.filter((value) -> !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)))
				.forEach((value) -> exchange.getResponseHeaders().add(name, value)));
		boolean empty = response.body().length == 0;
		exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : response.body().length);
		if (!empty) {
			try (OutputStream body = exchange.getResponseBody()) {
				body.write(response.body());
			}
		}
	}

}
