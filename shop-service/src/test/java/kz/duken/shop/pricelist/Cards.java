package kz.duken.shop.pricelist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import kz.duken.test.Neighbourhood;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Product-service as far as it finds, makes and names cards. */
final class Cards {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Map<String, UUID> BY_NAME = new ConcurrentHashMap<>();

	/** As they are written on the cards. */
	private static final Map<UUID, String> NAMES = new ConcurrentHashMap<>();

	/** What happens before a question is answered. */
	private static volatile Callable<?> before = () -> true;

	private static final HttpServer SERVER = start();

	private Cards() {
	}

	static void open() {
		openAfter(() -> true);
	}

	/** Questions are answered, but each only after this. */
	static void openAfter(Callable<?> event) {
		before = event;
		for (String path : List.of("/internal/products/resolve", "/internal/products/names")) {
			Neighbourhood.stubs().stubFor(WireMock.post(path).willReturn(answered()));
		}
	}

	/** No question is answered. */
	static void close() {
		Neighbourhood.stubs()
			.stubFor(WireMock.post("/internal/products/resolve").willReturn(WireMock.aResponse().withStatus(503)));
	}

	/** One question is answered, those that follow are not. */
	static void openOnce() {
		Neighbourhood.stubs()
			.stubFor(WireMock.post("/internal/products/resolve")
				.inScenario("outage")
				.whenScenarioStateIs(Scenario.STARTED)
				.willReturn(answered())
				.willSetStateTo("out"));
		Neighbourhood.stubs()
			.stubFor(WireMock.post("/internal/products/resolve")
				.inScenario("outage")
				.whenScenarioStateIs("out")
				.willReturn(WireMock.aResponse().withStatus(503)));
	}

	private static ResponseDefinitionBuilder answered() {
		return WireMock.aResponse().proxiedFrom("http://127.0.0.1:" + SERVER.getAddress().getPort());
	}

	/** A card that is there. */
	static UUID made(String name) {
		UUID id = BY_NAME.computeIfAbsent(key(name), (key) -> UUID.randomUUID());
		NAMES.put(id, name);
		return id;
	}

	static boolean isMade(String name) {
		return BY_NAME.containsKey(key(name));
	}

	private static String key(String name) {
		return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

	private static HttpServer start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.createContext("/internal/products/resolve", Cards::resolve);
			server.createContext("/internal/products/names", Cards::names);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void resolve(HttpExchange exchange) throws IOException {
		try {
			before.call();
		}
		catch (Exception ex) {
			throw new IOException(ex);
		}
		JsonNode request = JSON.readTree(exchange.getRequestBody());
		List<Map<String, Object>> cards = new ArrayList<>();
		request.path("cards").forEach((card) -> cards.add(answer(card, request.path("create").booleanValue())));
		send(exchange, Map.of("cards", cards));
	}

	private static Map<String, Object> answer(JsonNode card, boolean create) {
		String name = card.path("name").stringValue();
		String category = card.path("category").stringValue("");
		UUID id = BY_NAME.get(key(name));
		if (id != null) {
			return Map.of("productId", id, "name", NAMES.getOrDefault(id, name), "outcome", "FOUND");
		}
		if (!category.equals("phones")) {
			return Map.of("name", name, "outcome", category.isEmpty() ? "UNKNOWN" : "UNKNOWN_CATEGORY");
		}
		if (!create) {
			return Map.of("name", key(name), "outcome", "WOULD_CREATE");
		}
		UUID made = BY_NAME.computeIfAbsent(key(name), (key) -> UUID.fromString(card.path("id").stringValue()));
		return Map.of("productId", made, "name", name, "outcome", "CREATED");
	}

	private static void names(HttpExchange exchange) throws IOException {
		JsonNode request = JSON.readTree(exchange.getRequestBody());
		List<Map<String, Object>> products = new ArrayList<>();
		request.path("ids").forEach((id) -> {
			UUID wanted = UUID.fromString(id.stringValue());
			BY_NAME.forEach((name, known) -> {
				if (known.equals(wanted)) {
					products.add(Map.of("id", known, "name", name));
				}
			});
		});
		send(exchange, Map.of("products", products));
	}

	private static void send(HttpExchange exchange, Object body) throws IOException {
		byte[] json = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, json.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(json);
		}
	}

}
