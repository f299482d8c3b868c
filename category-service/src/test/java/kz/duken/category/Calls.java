package kz.duken.category;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.Neighbourhood;
import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Calls of the service under test, as its clients make them. */
final class Calls {

	static final String ADMIN = TestTokens.admin(UUID.randomUUID());

	static final String CUSTOMER = TestTokens.customer(UUID.randomUUID());

	static final String PRODUCT_SERVICE = TestTokens.service("product-service", "category-service");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final RestTestClient client;

	Calls(RestTestClient client) {
		this.client = client;
	}

	record Answer(int status, HttpHeaders headers, JsonNode body) {

		String slug() {
			return this.body.path("type").stringValue("").replaceFirst(".*/problems/", "");
		}

		String pointer() {
			return this.body.at("/errors/0/pointer").stringValue("none");
		}

		UUID id() {
			return UUID.fromString(this.body.path("id").stringValue());
		}

	}

	Answer get(String path) {
		return call(HttpMethod.GET, path, null, null);
	}

	Answer get(String path, String token) {
		return call(HttpMethod.GET, path, token, null);
	}

	Answer create(Map<String, ?> category) {
		return call(HttpMethod.POST, "/api/categories", ADMIN, JSON.writeValueAsString(category));
	}

	/** A category under a name that no other test has. */
	UUID created(@Nullable UUID parentId) {
		return created("Things " + UUID.randomUUID(), parentId);
	}

	UUID created(String name, @Nullable UUID parentId) {
		Answer answer = create((parentId != null) ? Map.of("name", name, "parentId", parentId) : Map.of("name", name));
		if (answer.status() != 201) {
			throw new AssertionError(answer);
		}
		return answer.id();
	}

	Answer change(UUID id, Map<String, ?> category) {
		return call(HttpMethod.PUT, "/api/categories/" + id, ADMIN, JSON.writeValueAsString(category));
	}

	Answer move(UUID id, @Nullable UUID parentId) {
		return change(id, (parentId != null) ? Map.of("name", "Moved " + id, "parentId", parentId)
				: Map.of("name", "Moved " + id));
	}

	Answer delete(UUID id) {
		return call(HttpMethod.DELETE, "/api/categories/" + id, ADMIN, null);
	}

	Answer call(HttpMethod method, String path, @Nullable String token, @Nullable String body) {
		return call(method, path, token, body, MediaType.APPLICATION_JSON);
	}

	Answer call(HttpMethod method, String path, @Nullable String token, @Nullable String body, MediaType type) {
		RestTestClient.RequestBodySpec request = this.client.method(method).uri(URI.create(path));
		if (token != null) {
			request.headers((headers) -> headers.setBearerAuth(token));
		}
		if (body != null) {
			request.contentType(type).body(body);
		}
		var result = request.exchange().returnResult(byte[].class);
		byte[] content = result.getResponseBody();
		JsonNode json = (content != null && content.length > 0) ? JSON.readTree(content) : MissingNode.getInstance();
		return new Answer(result.getStatus().value(), result.getResponseHeaders(), json);
	}

	static void productServiceRetires(UUID id, String outcome) {
		Neighbourhood.stubs()
			.stubFor(WireMock.put("/internal/categories/" + id + "/retire")
				.willReturn(WireMock.okJson("{\"outcome\": \"" + outcome + "\"}")));
	}

	static void productServiceCounts(Map<UUID, Integer> counts) {
		Neighbourhood.stubs()
			.stubFor(WireMock.get("/internal/products/counts")
				.willReturn(WireMock.okJson(JSON.writeValueAsString(Map.of("counts", counts)))));
	}

}
