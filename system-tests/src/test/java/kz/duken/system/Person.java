package kz.duken.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody with an account of the store. */
final class Person {

	static final Person STRANGER = new Person("", "", "");

	private static final int SECONDS_OF_A_TOKEN = 120;

	private static @Nullable Person admin;

	private static Instant adminSince = Instant.EPOCH;

	private final String id;

	private volatile String accessToken;

	private volatile String refreshToken;

	private volatile Instant tokenSince = Instant.now();

	private Person(String id, String accessToken, String refreshToken) {
		this.id = id;
		this.accessToken = accessToken;
		this.refreshToken = refreshToken;
	}

	/** Makes a new account and logs in. */
	static Person registered() {
		return of(Patience.definite(Person::account).expect(200));
	}

	/** Makes a new account; the answer to its login. */
	static Answer account() {
		String username = "u" + UUID.randomUUID().toString().substring(0, 12);
		Answer made = STRANGER.post("/api/customers", """
				{"username": "%s", "password": "a-long-enough-secret"}""".formatted(username));
		return (made.status() == 201) ? login(username, "a-long-enough-secret") : made;
	}

	/** Whose login that was. */
	static Person of(Answer login) {
		return new Person(login.text("/customerId"), login.text("/accessToken"), login.text("/refreshToken"));
	}

	static Person loggedIn(String username, String password) {
		return of(login(username, password).expect(200));
	}

	static Answer login(String username, String password) {
		return STRANGER.post("/api/auth/login", """
				{"username": "%s", "password": "%s"}""".formatted(username, password));
	}

	/** The administrator; who logs in anew only when his token grows old. */
	static synchronized Person admin() {
		if (admin == null || adminSince.isBefore(Instant.now().minusSeconds(SECONDS_OF_A_TOKEN))) {
			admin = of(Patience.definite(() -> login("admin", "demo-admin-1")).expect(200));
			adminSince = Instant.now();
		}
		return admin;
	}

	/** Gets new tokens, for whoever goes on longer than the old ones. */
	void refresh() {
		renewed(Patience.definite(() -> STRANGER.post("/api/auth/refresh", refreshRequest())).expect(200));
	}

	/** Whether it is time for new tokens. */
	boolean hasOldToken() {
		return !this.accessToken.isEmpty() && this.tokenSince.isBefore(Instant.now().minusSeconds(SECONDS_OF_A_TOKEN));
	}

	String refreshRequest() {
		return "{\"refreshToken\": \"" + this.refreshToken + "\"}";
	}

	/** Goes on with the tokens that the store has answered. */
	void renewed(Answer tokens) {
		this.accessToken = tokens.text("/accessToken");
		this.refreshToken = tokens.text("/refreshToken");
		this.tokenSince = Instant.now();
	}

	String id() {
		return this.id;
	}

	Person withMoney(String tenge) {
		String key = newKey();
		Patience.definite(() -> topUp(tenge, key)).expect(201);
		return this;
	}

	Answer topUp(String tenge, String key) {
		return post("/api/customers/me/wallet/top-ups", "{\"amount\": " + tenge + "}", "Idempotency-Key", key);
	}

	String balance() {
		return read("/api/customers/me/wallet").at("/balance").decimalValue().setScale(2).toPlainString();
	}

	/** What is there, once the store can tell. */
	Answer read(String path) {
		return Patience.definite(() -> get(path)).expect(200);
	}

	/** What a list's pages of so many show, one after another. */
	List<JsonNode> turnPages(String path, int size) {
		List<JsonNode> all = new ArrayList<>();
		String cursor = "";
		while (cursor != null) {
			Answer page = get(path + "?size=" + size + cursor).expect(200);
			assertThat(page.at("/items")).hasSizeBetween(1, size);
			page.at("/items").forEach(all::add);
			assertThat(all).doesNotHaveDuplicates();
			cursor = page.at("/nextCursor").isString()
					? "&cursor=" + URLEncoder.encode(page.text("/nextCursor"), StandardCharsets.UTF_8) : null;
		}
		return all;
	}

	Answer get(String path, String... headers) {
		return send("GET", path, "", headers);
	}

	Answer post(String path, String body, String... headers) {
		return send("POST", path, body, headers);
	}

	Answer put(String path, String body, String... headers) {
		return send("PUT", path, body, headers);
	}

	/** Posts what is no JSON. */
	Answer upload(String path, String contentType, String content) {
		return Requests.send("POST", path, content, "Content-Type", contentType, "Authorization",
				"Bearer " + this.accessToken);
	}

	Answer delete(String path) {
		return send("DELETE", path, "");
	}

	Answer send(String method, String path, String body, String... headers) {
		return Requests.send(method, path, body, all(body, headers));
	}

	/** Sends a request past the gateway, to an instance of a service. */
	Answer sendTo(String instance, String method, String path, String body, String... headers) {
		return Requests.send(Processes.instance(instance).orElseThrow().port(), method, path, body, all(body, headers));
	}

	private String[] all(String body, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		if (!this.accessToken.isEmpty()) {
			all.addAll(List.of("Authorization", "Bearer " + this.accessToken));
		}
		if (!body.isEmpty()) {
			all.addAll(List.of("Content-Type", "application/json"));
		}
		return all.toArray(String[]::new);
	}

	/** Orders the whole cart for the total that the cart shows. */
	Answer order(String key) {
		return order(key, read("/api/cart").at("/total").toString());
	}

	Answer order(String key, String expectedTotal) {
		return post("/api/orders", orderOf(expectedTotal), "Idempotency-Key", key);
	}

	/**
	 * Orders past the gateway, so that this instance of order-service drives the order.
	 */
	Answer orderAt(String instance, String key, String expectedTotal) {
		return sendTo(instance, "POST", "/api/orders", orderOf(expectedTotal), "Idempotency-Key", key);
	}

	static String orderOf(String expectedTotal) {
		return """
				{"expectedTotal": %s, "deliveryAddress": {"city": "Almaty", "street": "Abay Avenue", "building": "10",
				"recipient": "The customer", "phone": "+77010000001"}}""".formatted(expectedTotal);
	}

	static String newKey() {
		return UUID.randomUUID().toString();
	}

}
