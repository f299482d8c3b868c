package kz.duken.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the store serves as a whole. That each application is ready says nothing of
 * whether the gateway has heard of it from the registry, or whether it has the keys
 * against which customers' tokens are checked.
 */
final class Serving {

	private static final String KEYS = "/.well-known/jwks.json";

	/** One call to each service, which a stranger may make, and nothing changes. */
	private static final List<String> CALLS = List.of(KEYS, "/api/products?size=1", "/api/categories",
			"/api/shops?size=1", "/api/cart", "/api/orders");

	/** Bad tokens are refused before anybody asks what is there. */
	private static final String ANY_CALL = "/api/nothing";

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration ROUND = Duration.ofMillis(250);

	private final HttpClient http;

	private final BooleanSupplier givenUp;

	/**
	 * Asks the store.
	 * @param givenUp whether to ask no more: it is being stopped, or this takes too long
	 */
	Serving(HttpClient http, BooleanSupplier givenUp) {
		this.http = http;
		this.givenUp = givenUp;
	}

	/**
	 * Waits until the gateway answers for each service, and each instance of a service
	 * can tell a forged token.
	 * @param gateway the gateway's address
	 * @param services the addresses of all instances of services
	 * @throws Refusal when it gives up, with what did not answer
	 */
	void await(String gateway, List<String> services) throws InterruptedException {
		String token = forged(waitFor(gateway + KEYS, "", 200));
		try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> answers = new ArrayList<>();
			CALLS.forEach((call) -> answers.add(crew.submit(() -> waitFor(gateway + call, "", 200, 401))));
			services.forEach(
					(service) -> answers.add(crew.submit(() -> waitFor(service + ANY_CALL, "Bearer " + token, 401))));
			for (Future<String> answer : answers) {
				answer.get();
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Refusal refusal) ? refusal : new IllegalStateException(ex.getCause());
		}
	}

	private String waitFor(String url, String authorization, int... expected) throws InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
		if (!authorization.isEmpty()) {
			request.header("Authorization", authorization);
		}
		while (true) {
			String outcome;
			try {
				HttpResponse<String> answer = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
				for (int status : expected) {
					if (answer.statusCode() == status) {
						return answer.body();
					}
				}
				outcome = "answers with " + answer.statusCode();
			}
			catch (IOException ex) {
				outcome = "does not answer: " + ex;
			}
			if (this.givenUp.getAsBoolean()) {
				throw new Refusal("The store does not serve: GET %s %s".formatted(url, outcome));
			}
			TimeUnit.MILLISECONDS.sleep(ROUND.toMillis());
		}
	}

	/** A token that seems to be signed with the issuer's first key, and is not. */
	private static String forged(String keys) {
		String keyId = JsonMapper.shared().readTree(keys).at("/keys/0/kid").asString("");
		// the shape of a signature: two numbers of 32 bytes
		byte[] signature = new byte[64];
		Arrays.fill(signature, (byte) 1);
		return base64("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(keyId)) + "." + base64("{}")
				+ "." + base64(signature);
	}

	private static String base64(String text) {
		return base64(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
