package kz.duken.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether an application says of itself that it can serve. */
final class Readiness {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private Readiness() {
	}

	static boolean of(int port, HttpClient http) throws InterruptedException {
		URI readiness = URI.create("http://127.0.0.1:%d/readyz".formatted(port));
		try {
			return http
				.send(HttpRequest.newBuilder(readiness).timeout(PATIENCE).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
