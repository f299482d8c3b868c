package kz.duken.customer;

import java.util.UUID;

import kz.duken.test.HttpClients;
import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service as clients see it. */
public final class Api {

	public static final String PASSWORD = "correct horse";

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private final RestTestClient client;

	private final JdbcClient database;

	public Api(int port, JdbcClient database) {
		this.client = HttpClients.at(port);
		this.database = database;
	}

	public static String username() {
		return "u-" + UUID.randomUUID().toString().substring(0, 18);
	}

	public Account customer() {
		String username = username();
		register(username);
		return login(username);
	}

	public Account admin() {
		String username = username();
		register(username);
		this.database.sql("update customer set roles = '{CUSTOMER,ADMIN}' where username = ?").param(username).update();
		return login(username);
	}

	private void register(String username) {
		Answer answer = post("/api/customers",
				"{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, PASSWORD));
		if (answer.status() != 201) {
			throw new AssertionError(answer.toString());
		}
	}

	public Account login(String username) {
		JsonNode login = login(username, PASSWORD, "10.0.0.1").body();
		return new Account(UUID.fromString(login.get("customerId").asString()), username,
				login.get("accessToken").asString(), login.get("refreshToken").asString());
	}

	public Answer login(String username, String password, String address) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Forwarded-For", address);
		return send(HttpMethod.POST, "/api/auth/login",
				"{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password), headers);
	}

	public Answer refresh(String refreshToken) {
		return post("/api/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(refreshToken));
	}

	public Answer topUp(Account by, String id, String key, String body) {
		HttpHeaders headers = bearer(by.token());
		headers.set("Idempotency-Key", key);
		return send(HttpMethod.POST, "/api/customers/" + id + "/wallet/top-ups", body, headers);
	}

	public Answer internal(String path, String body) {
		return send(HttpMethod.PUT, path, body, bearer(TestTokens.service("order-service", "customer-service")));
	}

	public Answer get(String path, Account by) {
		return send(HttpMethod.GET, path, null, bearer(by.token()));
	}

	public Answer patch(String path, String body, Account by) {
		HttpHeaders headers = bearer(by.token());
		headers.setContentType(MediaType.valueOf("application/merge-patch+json"));
		return send(HttpMethod.PATCH, path, body, headers);
	}

	public Answer post(String path, String body) {
		return send(HttpMethod.POST, path, body, new HttpHeaders());
	}

	/** As a good client does, it comes again when the service is too busy. */
	public Answer send(HttpMethod method, String path, @Nullable String body, HttpHeaders headers) {
		Answer answer = sendOnce(method, path, body, headers);
		for (int again = 0; answer.status() == 503 && again < 20; again++) {
			answer = sendOnce(method, path, body, headers);
		}
		return answer;
	}

	/** As {@link #send}, but it takes an outage for an answer. */
	public Answer sendOnce(HttpMethod method, String path, @Nullable String body, HttpHeaders headers) {
		var request = this.client.method(method).uri(path).headers((sent) -> sent.addAll(headers));
		if (body != null) {
			if (headers.getContentType() == null) {
				request.contentType(MediaType.APPLICATION_JSON);
			}
			request.body(body);
		}
		var result = request.exchange().returnResult(byte[].class);
		byte[] content = result.getResponseBody();
		return new Answer(result.getStatus().value(), result.getResponseHeaders(),
				(content == null || content.length == 0) ? JSON.nullNode() : JSON.readTree(content));
	}

	public static HttpHeaders bearer(String token) {
		HttpHeaders headers = new HttpHeaders();
		headers.setBearerAuth(token);
		return headers;
	}

	public record Account(UUID id, String username, String token, String refreshToken) {
	}

	public record Answer(int status, HttpHeaders headers, JsonNode body) {

		public String slug() {
			return text("/type").replace("/problems/", "");
		}

		public JsonNode withoutTrace() {
			return body().asObject().deepCopy().without("traceId");
		}

		/** The pointers of a validation problem. */
		public String pointers() {
			return String.join(" ",
					body().path("errors").valueStream().map((error) -> error.get("pointer").asString()).toList());
		}

		public String text(String pointer) {
			return body().at(pointer).asString("");
		}

	}

}
