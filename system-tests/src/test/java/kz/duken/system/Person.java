package kz.duken.system;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody with an account of the store. */
final class Person {

	static final Person STRANGER = new Person("", "");

	private final String id;

	private final String accessToken;

	private Person(String id, String accessToken) {
		this.id = id;
		this.accessToken = accessToken;
	}

	/** Makes a new account and logs in. */
	static Person registered() {
		String username = "u" + UUID.randomUUID().toString().substring(0, 12);
		STRANGER.post("/api/customers", """
				{"username": "%s", "password": "a-long-enough-secret"}""".formatted(username)).expect(201);
		return loggedIn(username, "a-long-enough-secret");
	}

	static Person loggedIn(String username, String password) {
		Answer login = STRANGER.post("/api/auth/login", """
				{"username": "%s", "password": "%s"}""".formatted(username, password)).expect(200);
		return new Person(login.text("/customerId"), login.text("/accessToken"));
	}

	static Person admin() {
		return loggedIn("admin", "demo-admin-1");
	}

	String id() {
		return this.id;
	}

	Person withMoney(String tenge) {
		post("/api/customers/me/wallet/top-ups", "{\"amount\": " + tenge + "}", "Idempotency-Key", newKey())
			.expect(201);
		return this;
	}

	String balance() {
		return get("/api/customers/me/wallet").expect(200).at("/balance").decimalValue().setScale(2).toPlainString();
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
		return Store.send("POST", path, content, "Content-Type", contentType, "Authorization",
				"Bearer " + this.accessToken);
	}

	Answer delete(String path) {
		return send("DELETE", path, "");
	}

	Answer send(String method, String path, String body, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		if (!this.accessToken.isEmpty()) {
			all.addAll(List.of("Authorization", "Bearer " + this.accessToken));
		}
		if (!body.isEmpty()) {
			all.addAll(List.of("Content-Type", "application/json"));
		}
		return Store.send(method, path, body, all.toArray(String[]::new));
	}

	/** Orders the whole cart for the total that the cart shows. */
	Answer order(String key) {
		return order(key, get("/api/cart").expect(200).at("/total").toString());
	}

	Answer order(String key, String expectedTotal) {
		return post("/api/orders", """
				{"expectedTotal": %s, "deliveryAddress": {"city": "Almaty", "street": "Abay Avenue", "building": "10",
				"recipient": "The customer", "phone": "+77010000001"}}""".formatted(expectedTotal), "Idempotency-Key",
				key);
	}

	static String newKey() {
		return UUID.randomUUID().toString();
	}

}
