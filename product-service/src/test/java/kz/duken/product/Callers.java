package kz.duken.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

import kz.duken.test.HttpClients;
import kz.duken.test.TestTokens;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Calls the service as strangers, administrators and other services do, for tests. */
final class Callers {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private final int port;

	private final RestTestClient http;

	private final int patience;

	/** As good clients do, they come again when the service is too busy. */
	Callers(int port) {
		this(port, 100);
	}

	private Callers(int port, int patience) {
		this.port = port;
		this.http = HttpClients.at(port);
		this.patience = patience;
	}

	/** The same, but they take an outage for an answer. */
	Callers once() {
		return new Callers(this.port, 0);
	}

	static Consumer<HttpHeaders> stranger() {
		return (headers) -> {
		};
	}

	static Consumer<HttpHeaders> customer() {
		return (headers) -> headers.setBearerAuth(TestTokens.customer(UUID.randomUUID()));
	}

	static Consumer<HttpHeaders> admin() {
		return (headers) -> headers.setBearerAuth(TestTokens.admin(UUID.randomUUID()));
	}

	static Consumer<HttpHeaders> service(String name) {
		return (headers) -> headers.setBearerAuth(TestTokens.service(name, "product-service"));
	}

	Answer get(String uri, Object... variables) {
		return call(stranger(), HttpMethod.GET, "", uri, variables);
	}

	Answer post(Consumer<HttpHeaders> caller, String body, String uri, Object... variables) {
		return call(caller, HttpMethod.POST, body, uri, variables);
	}

	Answer put(Consumer<HttpHeaders> caller, String body, String uri, Object... variables) {
		return call(caller, HttpMethod.PUT, body, uri, variables);
	}

	Answer delete(Consumer<HttpHeaders> caller, String uri, Object... variables) {
		return call(caller, HttpMethod.DELETE, "", uri, variables);
	}

	/**
	 * Makes a card.
	 * @param rest its other properties, as JSON
	 */
	String made(String name, UUID categoryId, String rest) {
		Answer made = post(admin(), "{\"name\": \"%s\", \"categoryId\": \"%s\", %s}".formatted(name, categoryId, rest),
				"/api/products");
		assertThat(made.status()).isEqualTo(201);
		return made.at("/id");
	}

	/** Makes a card in a category of its own. */
	UUID product() {
		return UUID.fromString(post(admin(), card(), "/api/products").at("/id"));
	}

	static String card() {
		UUID category = UUID.randomUUID();
		Feeds.categories(Feeds.category(category));
		return "{\"name\": \"Kettle\", \"categoryId\": \"%s\"}".formatted(category);
	}

	Answer product(UUID id) {
		return get("/api/products/{id}", id);
	}

	/** Soon the product tells what the feeds have told. */
	void soonSee(UUID id, String pointer, String value) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(product(id).at(pointer)).isEqualTo(value));
	}

	Answer call(Consumer<HttpHeaders> caller, HttpMethod method, String body, String uri, Object... variables) {
		Answer answer = callOnce(caller, method, body, uri, variables);
		for (int again = 0; answer.status() == 503 && again < this.patience; again++) {
			answer = callOnce(caller, method, body, uri, variables);
		}
		return answer;
	}

	private Answer callOnce(Consumer<HttpHeaders> caller, HttpMethod method, String body, String uri,
			Object... variables) {
		RestTestClient.RequestBodySpec request = this.http.method(method).uri(uri, variables).headers(caller);
		if (!body.isEmpty()) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		var result = request.exchange().expectBody(String.class).returnResult();
		String text = result.getResponseBody();
		JsonNode json = (text == null || text.isEmpty()) ? JSON.createObjectNode() : JSON.readTree(text);
		return new Answer(result.getStatus().value(), result.getResponseHeaders(), json);
	}

	/**
	 * Sends the path and query as they are, with no client that mends or refuses them.
	 */
	Answer raw(String address) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream()
				.write("GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n".formatted(address)
					.getBytes(StandardCharsets.ISO_8859_1));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int status = Integer.parseInt(answer.substring(9, 12));
			int from = answer.indexOf('{');
			JsonNode json = (from < 0 || !answer.contains("json")) ? JSON.createObjectNode()
					: JSON.readTree(answer.substring(from, answer.lastIndexOf('}') + 1));
			return new Answer(status, new HttpHeaders(), json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
