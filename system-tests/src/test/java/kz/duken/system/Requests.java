package kz.duken.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Requests as a test writes them, and what is answered. */
final class Requests {

	static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private Requests() {
	}

	/** Sends a request to the gateway as it is. */
	static Answer send(String method, String path, String body, String... headers) {
		return send(Store.PORT, method, path, body, headers);
	}

	/** Sends a request to whatever answers on a port. */
	static Answer send(int port, String method, String path, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.timeout(Duration.ofSeconds(20))
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			Contract.check(method, path, response.statusCode(), response.headers().firstValue("Content-Type"),
					response.body());
			return new Answer(method + " " + path, response.statusCode(), response.headers(), parse(response.body()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/** What a service says of itself, once it can: it may be asked first in a rush. */
	static String document(String service) {
		return JSON
			.writeValueAsString(Patience.definite(() -> send("GET", "/v3/api-docs/" + service, "")).expect(200).body());
	}

	static JsonNode parse(String body) {
		return (body.startsWith("{") || body.startsWith("[")) ? JSON.readTree(body) : MissingNode.getInstance();
	}

}
