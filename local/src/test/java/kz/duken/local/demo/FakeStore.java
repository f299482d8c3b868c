package kz.duken.local.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** As much of the public API as the demo data need, in memory. */
final class FakeStore implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	final Map<String, JsonNode> categories = new ConcurrentHashMap<>();

	final Map<String, JsonNode> products = new ConcurrentHashMap<>();

	final Map<String, ObjectNode> shops = new ConcurrentHashMap<>();

	final Map<String, JsonNode> offers = new ConcurrentHashMap<>();

	/** The request is done and its answer lost. */
	static final int LOST = -1;

	/**
	 * What to answer to the n-th request instead of an answer; 0 is the answer itself.
	 */
	volatile IntFunction<Integer> trouble = (n) -> 0;

	private final AtomicInteger requests = new AtomicInteger();

	private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

	private final HttpServer server;

	FakeStore() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		this.server.createContext("/", this::handle);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** Insists that it was asked for nothing that no store could do. */
	@Override
	public void close() {
		this.server.stop(0);
		assertThat(this.failures).isEmpty();
	}

	private void handle(HttpExchange exchange) {
		try (exchange) {
			answer(exchange);
		}
		catch (IOException | RuntimeException | AssertionError ex) {
			this.failures.add(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		int trouble = this.trouble.apply(this.requests.incrementAndGet());
		byte[] body = exchange.getRequestBody().readAllBytes();
		String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
		if (trouble > 0) {
			exchange.getResponseHeaders().add("Retry-After", "1");
			send(exchange, new Reply(trouble, problem("trouble")));
			return;
		}
		ObjectNode sent = (body.length > 0) ? JSON.readTree(body).asObject() : JSON.createObjectNode();
		boolean known = call.startsWith("POST /api/auth") || exchange.getRequestHeaders().containsKey("Authorization");
		Reply reply = known ? reply(call, sent) : new Reply(401, problem("unauthorized"));
		if (trouble != LOST) {
			send(exchange, reply);
		}
	}

	private Reply reply(String call, ObjectNode sent) {
		String[] path = call.split("/", -1);
		if (call.equals("POST /api/auth/login")) {
			return new Reply(200, JSON.createObjectNode().put("accessToken", sent.path("username").asString()));
		}
		else if (call.equals("GET /api/categories")) {
			return new Reply(200, JSON.valueToTree(this.categories.values()));
		}
		else if (call.equals("POST /api/categories")) {
			return new Reply(201, keep(this.categories, sent.path("slug").asString(), sent));
		}
		else if (call.startsWith("GET /api/products")) {
			return new Reply(200, JSON.valueToTree(Map.of("items", this.products.values())));
		}
		else if (call.equals("POST /api/products")) {
			return new Reply(201, keep(this.products, sent.path("name").asString(), sent));
		}
		else if (call.startsWith("GET /api/shops?mine=true")) {
			return new Reply(200, JSON.valueToTree(Map.of("items", this.shops.values())));
		}
		else if (call.equals("POST /api/shops")) {
			return new Reply(201, keep(this.shops, sent.path("name").asString(), sent.put("status", "PENDING")));
		}
		else if (call.endsWith("/status")) {
			ObjectNode shop = this.shops.values()
				.stream()
				.filter((one) -> one.path("id").asString().equals(path[3]))
				.findFirst()
				.orElseThrow();
			return new Reply(200, shop.set("status", sent.path("status")));
		}
		else if (this.offers.putIfAbsent(path[3] + sent.path("productId").asString(), sent) == null) {
			return new Reply(201, sent);
		}
		else {
			return new Reply(409, problem("offer-exists"));
		}
	}

	private record Reply(int status, JsonNode body) {
	}

	private static ObjectNode keep(Map<String, ? super ObjectNode> all, String name, ObjectNode sent) {
		ObjectNode kept = sent.put("id", UUID.randomUUID().toString());
		if (all.put(name, kept) != null) {
			throw new AssertionError(name + " came twice");
		}
		return kept;
	}

	private static JsonNode problem(String slug) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "https://duken.example/problems/" + slug);
		problem.put("detail", slug);
		return JSON.valueToTree(problem);
	}

	private static void send(HttpExchange exchange, Reply reply) throws IOException {
		byte[] bytes = JSON.writeValueAsString(reply.body()).getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(reply.status(), bytes.length);
		exchange.getResponseBody().write(bytes);
	}

}
