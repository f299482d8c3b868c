package kz.duken.system;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A customer keeps his account in order, and the store its customers. */
class AccountJourney {

	private static final String ADDRESS = """
			{"city": "Almaty", "street": "Abay Avenue", "building": "10", "recipient": "Somebody",
			"phone": "+77010000001"}""";

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void aNewPasswordEndsTheOtherLogins() {
		String username = "p" + UUID.randomUUID().toString().substring(0, 12);
		Person.STRANGER.post("/api/customers", credentials(username, "a-long-enough-secret")).expect(201);
		String elsewhere = Person.STRANGER.post("/api/auth/login", credentials(username, "a-long-enough-secret"))
			.expect(200)
			.text("/refreshToken");
		Person customer = Person.loggedIn(username, "a-long-enough-secret");

		customer.put("/api/customers/me/password", passwords("not-the-password", "another-long-secret"))
			.expectProblem(400, "validation");
		customer.put("/api/customers/me/password", passwords("a-long-enough-secret", "another-long-secret"))
			.expect(204);

		Person.STRANGER.post("/api/auth/refresh", "{\"refreshToken\": \"" + elsewhere + "\"}")
			.expectProblem(401, "invalid-refresh-token");
		Person.STRANGER.post("/api/auth/login", credentials(username, "a-long-enough-secret"))
			.expectProblem(401, "bad-credentials");
		Person.loggedIn(username, "another-long-secret").get("/api/customers/me").expect(200);
	}

	@Test
	void aLoginIsRenewedAndEnded() {
		Person.registered();
		String username = "l" + UUID.randomUUID().toString().substring(0, 12);
		Person.STRANGER.post("/api/customers", credentials(username, "a-long-enough-secret")).expect(201);
		Answer login = Person.STRANGER.post("/api/auth/login", credentials(username, "a-long-enough-secret"))
			.expect(200);
		Answer renewed = Person.STRANGER.post("/api/auth/refresh", refreshToken(login)).expect(200);

		Person.STRANGER.post("/api/auth/logout", refreshToken(renewed)).expect(204);
		Person.STRANGER.post("/api/auth/logout", refreshToken(renewed)).expect(204);

		Person.STRANGER.post("/api/auth/refresh", refreshToken(renewed)).expectProblem(401, "invalid-refresh-token");
		Person.of(renewed).get("/api/customers/me").expect(200);
		assertThat(Person.STRANGER.get("/.well-known/jwks.json").expect(200).text("/keys/0/kty")).isEqualTo("EC");
	}

	@Test
	void aLoginSaysHowLongItsTokenIsGood() {
		String username = "e" + UUID.randomUUID().toString().substring(0, 12);
		String id = Person.STRANGER.post("/api/customers", credentials(username, "a-long-enough-secret"))
			.expect(201)
			.text("/id");

		Answer login = Person.login(username, "a-long-enough-secret").expect(200);
		Answer renewed = Person.STRANGER.post("/api/auth/refresh", refreshToken(login)).expect(200);

		for (Answer tokens : List.of(login, renewed)) {
			assertThat(tokens.body().propertyNames()).containsExactlyInAnyOrder("accessToken", "tokenType", "expiresIn",
					"refreshToken", "customerId");
			assertThat(tokens.text("/tokenType")).isEqualTo("Bearer");
			assertThat(tokens.at("/expiresIn").intValue()).isEqualTo(300);
			assertThat(tokens.text("/customerId")).isEqualTo(id);
			JsonNode claims = claims(tokens.text("/accessToken"));
			assertThat(claims.at("/exp").asLong() - claims.at("/iat").asLong()).isEqualTo(300);
		}
		assertThat(renewed.text("/refreshToken")).isNotEqualTo(login.text("/refreshToken"));
	}

	/** What stands in a token between its header and its signature. */
	private static JsonNode claims(String token) {
		String claims = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
		return Requests.parse(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
	}

	private static String refreshToken(Answer tokens) {
		return "{\"refreshToken\": \"" + tokens.text("/refreshToken") + "\"}";
	}

	@Test
	void whoIsWhoCanBeChangedInPart() {
		Person customer = Person.registered();
		customer.send("PATCH", "/api/customers/me", "{\"fullName\": \"Aigerim\", \"email\": \"a@example.com\"}")
			.expect(200);

		Answer changed = customer.send("PATCH", "/api/customers/me", "{\"email\": null}").expect(200);

		assertThat(changed.text("/fullName")).isEqualTo("Aigerim");
		assertThat(changed.at("/email").isNull()).isTrue();
		Person.admin()
			.send("PATCH", "/api/customers/" + customer.id(), "{\"fullName\": \"X\"}")
			.expectProblem(403, "forbidden");
		assertThat(customer.get("/api/customers/me/wallet/entries").expect(200).at("/items")).isEmpty();
	}

	@Test
	void anAdministratorShutsAnAccount() {
		String username = "d" + UUID.randomUUID().toString().substring(0, 12);
		Person.STRANGER.post("/api/customers", credentials(username, "a-long-enough-secret")).expect(201);
		Person customer = Person.loggedIn(username, "a-long-enough-secret");
		Person admin = Person.admin();
		assertThat(admin.get("/api/customers?username=" + username).expect(200).text("/items/0/id"))
			.isEqualTo(customer.id());
		customer.put("/api/customers/" + customer.id() + "/status", "{\"status\": \"DISABLED\"}")
			.expectProblem(403, "forbidden");

		admin.put("/api/customers/" + customer.id() + "/status", "{\"status\": \"DISABLED\"}").expect(200);
		Person.STRANGER.post("/api/auth/login", credentials(username, "a-long-enough-secret"))
			.expectProblem(401, "bad-credentials");
		admin.put("/api/customers/" + customer.id() + "/status", "{\"status\": \"ACTIVE\"}").expect(200);

		Person.loggedIn(username, "a-long-enough-secret");
	}

	@Test
	void addressesAreKeptForTheNextOrder() {
		Person customer = Person.registered();
		String addresses = "/api/customers/me/addresses";
		Answer first = customer.post(addresses, ADDRESS).expect(201);
		Answer second = customer.post(addresses, ADDRESS.replace("\"10\"", "\"11\", \"default\": true")).expect(201);

		assertThat(first.at("/default").asBoolean()).isTrue();
		assertThat(second.at("/default").asBoolean()).isTrue();
		assertThat(customer.get(addresses).expect(200).at("/items").findValuesAsString("default"))
			.containsExactlyInAnyOrder("true", "false");
		customer.put(addresses + "/" + first.text("/id"), ADDRESS.replace("Almaty", "Astana")).expect(200);
		customer.delete(addresses + "/" + second.text("/id")).expect(204);
		assertThat(customer.get(addresses).expect(200).at("/items")).hasSize(1);
		Person.admin().get("/api/customers/" + customer.id() + "/addresses").expectProblem(403, "forbidden");
	}

	@Test
	void whoGuessesPasswordsIsSlowedDownAndNobodyElse() {
		String username = "g" + UUID.randomUUID().toString().substring(0, 12);
		String other = "o" + UUID.randomUUID().toString().substring(0, 12);
		for (String one : List.of(username, other)) {
			Person.STRANGER.post("/api/customers", credentials(one, "a-long-enough-secret")).expect(201);
		}
		Person.loggedIn(username, "a-long-enough-secret");

		Answer guess = guessed(username);
		guess.expectProblem(401, "bad-credentials");
		for (int tried = 1; guess.status() == 401 && tried < 20; tried++) {
			guess = guessed(username);
		}

		assertThat(guess.expectProblem(429, "too-many-requests").retryAfter()).isPositive();
		Person.STRANGER.post("/api/auth/login", credentials(username, "a-long-enough-secret"))
			.expectProblem(429, "too-many-requests");
		guessed(other).expectProblem(401, "bad-credentials");
		Person.loggedIn(other, "a-long-enough-secret").get("/api/customers/me").expect(200);
	}

	private static Answer guessed(String username) {
		return Person.STRANGER.post("/api/auth/login", credentials(username, "not-the-password"));
	}

	@Test
	void aUsernameIsTakenOnce() {
		String username = "t" + UUID.randomUUID().toString().substring(0, 12);
		Answer made = Person.STRANGER
			.post("/api/customers", credentials(username.toUpperCase(Locale.ROOT), "a-long-enough-secret"))
			.expect(201);

		assertThat(made.text("/username")).isEqualTo(username);
		assertThat(made.at("/roles").valueStream()).map(JsonNode::asString).containsExactly("CUSTOMER");
		assertThat(made.text("/status")).isEqualTo("ACTIVE");
		Person.STRANGER.post("/api/customers", credentials(username, "another-long-secret"))
			.expectProblem(409, "username-taken");
		for (String weak : List.of("short", "password123")) {
			Answer refused = Person.STRANGER.post("/api/customers", credentials("n" + username, weak))
				.expectProblem(400, "validation");
			assertThat(refused.text("/errors/0/pointer")).isEqualTo("/password");
		}
		Person.STRANGER.post("/api/customers", credentials("n" + username, "a-long-enough-secret").replace("}", """
				, "roles": ["ADMIN"]}""")).expectProblem(400, "validation");
	}

	@Test
	void aSpentTokenEndsTheLoginThatItWasStolenFrom() {
		Answer login = Patience.definite(Person::account).expect(200);
		Answer second = Person.STRANGER.post("/api/auth/refresh", refreshToken(login)).expect(200);
		Answer third = Person.STRANGER.post("/api/auth/refresh", refreshToken(second)).expect(200);

		Person.STRANGER.post("/api/auth/refresh", refreshToken(login)).expectProblem(401, "invalid-refresh-token");

		Person.STRANGER.post("/api/auth/refresh", refreshToken(third)).expectProblem(401, "invalid-refresh-token");
	}

	private static String credentials(String username, String password) {
		return "{\"username\": \"" + username + "\", \"password\": \"" + password + "\"}";
	}

	private static String passwords(String current, String next) {
		return "{\"currentPassword\": \"" + current + "\", \"newPassword\": \"" + next + "\"}";
	}

}
