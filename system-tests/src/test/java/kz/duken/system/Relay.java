package kz.duken.system;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;

/** Passes requests and answers on as they are. */
final class Relay {

	private static final Set<String> NOT_PASSED_ON = Set.of("connection", "content-length", "host", "expect", "upgrade",
			"transfer-encoding", ":status");

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(1))
		.build();

	private Relay() {
	}

	/** The request of an exchange, to the instance on this port. */
	static HttpRequest request(HttpExchange exchange, int port) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
			.timeout(Duration.ofSeconds(130))
			.method(exchange.getRequestMethod(), (body.length > 0) ? HttpRequest.BodyPublishers.ofByteArray(body)
					: HttpRequest.BodyPublishers.noBody());
		exchange.getRequestHeaders()
			.forEach((name, values) -> values.stream()
				.filter((value) -> !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)))
				.forEach((value) -> request.header(name, value)));
		return request.build();
	}

	/** With the headers of a request, another that takes back what it asks for. */
	static HttpRequest release(HttpRequest request) {
		return HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase("content-type"))
			.uri(URI.create(request.uri() + "/release"))
			.PUT(HttpRequest.BodyPublishers.noBody())
			.build();
	}

	static HttpResponse<byte[]> deliver(HttpRequest request) throws IOException, InterruptedException {
		return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
	}

	static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
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
