package kz.duken.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the public API, logged in as one account. It waits and asks again, a
 * bounded number of times, when it is told that a service is unavailable or that it asks
 * too often. Safe for several threads.
 */
final class StoreClient {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final int ATTEMPTS = 20;

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

	private final JsonMapper json = JsonMapper.shared();

	private final HttpClient http;

	private final URI store;

	private final String username;

	private final String password;

	private volatile @Nullable String token;

	StoreClient(HttpClient http, URI store, String username, String password) {
		this.http = http;
		this.store = store;
		this.username = username;
		this.password = password;
	}

	/** What the store answered. */
	record Answer(int status, JsonNode body) {

		boolean is(int expected, String slug) {
			return this.status == expected && this.body.path("type").asString("").endsWith("/problems/" + slug);
		}

		/** The body of a success. */
		JsonNode orFail(String what) {
			if (this.status / 100 != 2) {
				throw new DemoData.Incomplete("%s: %d %s %s".formatted(what, this.status,
						this.body.path("detail").asString(this.body.path("title").asString("")),
						this.body.path("errors").isMissingNode() ? "" : this.body.path("errors")));
			}
			return this.body;
		}

	}

	JsonNode get(String path) {
		return send("GET", path, null).orFail("GET " + path);
	}

	Answer post(String path, Object body) {
		return send("POST", path, body);
	}

	Answer put(String path, Object body) {
		return send("PUT", path, body);
	}

	/** All items of a list, page by page. */
	List<JsonNode> all(String path) {
		List<JsonNode> items = new ArrayList<>();
		String page = path + (path.contains("?") ? "&" : "?") + "size=100";
		String next = page;
		while (next != null) {
			JsonNode answer = get(next);
			answer.path("items").forEach(items::add);
			JsonNode cursor = answer.path("nextCursor");
			next = cursor.isString() ? page + "&cursor=" + URLEncoder.encode(cursor.asString(), StandardCharsets.UTF_8)
					: null;
		}
		return items;
	}

	private Answer send(String method, String path, @Nullable Object body) {
		String used = this.token;
		if (used == null) {
			used = login(null);
		}
		Answer answer = exchange(method, path, body, used);
		if (answer.status() == 401) {
			// tokens live five minutes
			answer = exchange(method, path, body, login(used));
		}
		return answer;
	}

	private synchronized String login(@Nullable String spent) {
		String current = this.token;
		if (current == null || current.equals(spent)) {
			Map<String, String> credentials = Map.of("username", this.username, "password", this.password);
			current = exchange("POST", "/api/auth/login", credentials, null).orFail("Login as " + this.username)
				.path("accessToken")
				.asString();
			this.token = current;
		}
		return current;
	}

	private Answer exchange(String method, String path, @Nullable Object body, @Nullable String bearer) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.store.resolve(path)).timeout(PATIENCE);
		if (body != null) {
			request.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(body)));
		}
		if (bearer != null) {
			request.header("Authorization", "Bearer " + bearer);
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			for (int attempt = 1; attempt < ATTEMPTS && isTransient(response.statusCode()); attempt++) {
				pause(response);
				response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			}
			return new Answer(response.statusCode(), this.json.readTree(response.body()));
		}
		catch (IOException ex) {
			throw new DemoData.Incomplete("%s %s: %s".formatted(method, path, ex), ex);
		}
		catch (JacksonException ex) {
			throw new DemoData.Incomplete("%s %s answered no JSON".formatted(method, path), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DemoData.Incomplete("interrupted", ex);
		}
	}

	private static boolean isTransient(int status) {
		return status == 503 || status == 429;
	}

	private static void pause(HttpResponse<String> response) throws InterruptedException {
		long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
		TimeUnit.SECONDS.sleep(Math.clamp(seconds, 1, LONGEST_PAUSE.toSeconds()));
	}

}
