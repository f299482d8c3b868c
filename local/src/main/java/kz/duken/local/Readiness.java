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
		return of(port, http, PATIENCE);
	}

	static boolean of(int port, HttpClient http, Duration patience) throws InterruptedException {
		return answer("http://127.0.0.1:%d/readyz".formatted(port), http, patience) == 200;
	}

	/** The status of an answer; 0 when there is none. */
	static int answer(String url, HttpClient http) throws InterruptedException {
		return answer(url, http, PATIENCE);
	}

	private static int answer(String url, HttpClient http, Duration patience) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(patience).build();
		try {
			return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
