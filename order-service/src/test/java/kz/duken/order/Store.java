package kz.duken.order;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import kz.duken.test.HttpClients;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The order service as its clients see it. */
class Store {

	private final JsonMapper json;

	private final Environment environment;

	Store(JsonMapper json, Environment environment) {
		this.json = json;
		this.environment = environment;
	}

	/** A client that sends a request once, whatever the answer. */
	RestTestClient client() {
		return HttpClients.at(this.environment.getRequiredProperty("local.server.port", Integer.class));
	}

	/** An answer of the service. */
	record Answer(int status, Map<String, List<String>> headers, JsonNode body) {

		String header(String name) {
			return this.headers.getOrDefault(name, List.of("")).getFirst();
		}

		String slug() {
			return this.body.path("type").asString("").replace("/problems/", "");
		}

		String orderStatus() {
			return this.body.path("status").asString("");
		}

		UUID orderId() {
			return UUID.fromString(this.body.path("id").asString());
		}

	}

	Answer order(Buyer buyer) {
		return order(buyer, UUID.randomUUID().toString());
	}

	Answer order(Buyer buyer, String key) {
		return order(buyer, key, body(buyer));
	}

	Answer order(Buyer buyer, String key, Object body) {
		return answer(client().post()
			.uri("/api/orders")
			.headers((headers) -> headers.setBearerAuth(buyer.token()))
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.body((body instanceof String) ? body : this.json.writeValueAsString(body))
			.exchange());
	}

	/** Orders again, a few times, while he is told to come again. */
	Answer insist(Buyer buyer, String key) {
		return Stream.generate(() -> order(buyer, key))
			.limit(10)
			.filter((answer) -> answer.status() != 503)
			.findFirst()
			.orElseThrow();
	}

	String body(Buyer buyer) {
		return """
				{"deliveryAddress": {"city": "Алматы", "street": "Абая", "building": "10", "recipient": "Айгерим",
				"phone": "+7 (701) 123-45-67"}, "expectedTotal": %s, "comment": "Позвоните\\nзаранее"}
				""".formatted(buyer.total());
	}

	Answer get(String token, String path) {
		return answer(client().get().uri(path).headers((headers) -> headers.setBearerAuth(token)).exchange());
	}

	Answer post(String token, String path) {
		return answer(client().post().uri(path).headers((headers) -> headers.setBearerAuth(token)).exchange());
	}

	Answer order(Buyer buyer, UUID orderId) {
		return get(buyer.token(), "/api/orders/" + orderId);
	}

	/** His orders without the rejected ones, newest first. */
	JsonNode orders(Buyer buyer) {
		return get(buyer.token(), "/api/orders").body().path("items");
	}

	JsonNode rejected(Buyer buyer) {
		return get(buyer.token(), "/api/orders?status=REJECTED").body().path("items");
	}

	Answer cancel(Buyer buyer, UUID orderId) {
		return post(buyer.token(), "/api/orders/" + orderId + "/cancel");
	}

	/** He has what this shop has sent. */
	Answer receive(Buyer buyer, UUID orderId, UUID shopId) {
		return post(buyer.token(), "/api/orders/" + orderId + "/shipments/" + shopId + "/confirm");
	}

	/** What happened to the order, oldest first. */
	List<String> history(Buyer buyer, UUID orderId) {
		return get(buyer.token(), "/api/orders/" + orderId + "/history").body()
			.path("items")
			.valueStream()
			.map((entry) -> entry.path("type").asString())
			.toList();
	}

	Answer answer(RestTestClient.ResponseSpec response) {
		EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		result.getResponseHeaders().forEach(headers::put);
		byte[] body = result.getResponseBody();
		return new Answer(result.getStatus().value(), headers,
				(body != null && body.length > 0) ? this.json.readTree(body) : this.json.createObjectNode());
	}

}
