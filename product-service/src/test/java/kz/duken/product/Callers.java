package kz.duken.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

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

	private final RestTestClient http;

	Callers(RestTestClient http) {
		this.http = http;
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

	/** Within two seconds the product tells what the feeds have told. */
	void soonSee(UUID id, String pointer, String value) {
		await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(product(id).at(pointer)).isEqualTo(value));
	}

	Answer call(Consumer<HttpHeaders> caller, HttpMethod method, String body, String uri, Object... variables) {
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
		URI base = URI.create(String
			.valueOf(this.http.get().uri("/livez").exchange().expectBody(String.class).returnResult().getUrl()));
		try (Socket socket = new Socket(base.getHost(), base.getPort())) {
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
