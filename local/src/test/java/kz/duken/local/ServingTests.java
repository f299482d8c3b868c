package kz.duken.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One server stands for the gateway, the other for a service. */
class ServingTests {

	final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();

	final Map<String, String> tokens = new ConcurrentHashMap<>();

	final HttpClient http = HttpClient.newHttpClient();

	HttpServer store;

	@BeforeEach
	void open() throws IOException {
		this.store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		this.store.createContext("/", this::answer);
		this.store.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.store.start();
	}

	@AfterEach
	void close() {
		this.store.stop(0);
	}

	@Test
	void aStoreThatAnswersServes() throws Exception {
		new Serving(this.http, () -> true).await(url(), List.of(url()));

		assertThat(this.tokens.get("/api/nothing")).matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]{86}");
	}

	@Test
	void whatTheGatewayHasNotHeardOfIsAskedAgain() throws Exception {
		refuse("/.well-known/jwks.json", 1);
		refuse("/api/orders", 2);

		new Serving(this.http, () -> false).await(url(), List.of(url()));

		assertThat(this.refusals).allSatisfy((path, left) -> assertThat(left).hasNonPositiveValue());
	}

	@Test
	void aServiceWithoutTheIssuersKeysIsAskedAgain() throws Exception {
		refuse("/api/nothing", 2);

		new Serving(this.http, () -> false).await(url(), List.of(url()));

		assertThat(this.refusals.get("/api/nothing")).hasNonPositiveValue();
	}

	@Test
	void whatDoesNotAnswerIsNamed() {
		refuse("/api/orders", 1000);

		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> new Serving(this.http, () -> true).await(url(), List.of(url())))
			.withMessageEndingWith("/api/orders answers with 503");
	}

	private void refuse(String path, int times) {
		this.refusals.put(path, new AtomicInteger(times));
	}

	private String url() {
		return "http://127.0.0.1:" + this.store.getAddress().getPort();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String token = exchange.getRequestHeaders().getFirst("Authorization");
		if (token != null) {
			this.tokens.put(path, token);
		}
		boolean refused = this.refusals.getOrDefault(path, new AtomicInteger()).getAndDecrement() > 0;
		boolean stranger = token != null || path.equals("/api/orders");
		byte[] body = "{\"keys\": [{\"kid\": \"first\"}]}".getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(refused ? 503 : stranger ? 401 : 200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
