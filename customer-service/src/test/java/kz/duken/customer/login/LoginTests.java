package kz.duken.customer.login;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jwt.SignedJWT;
import kz.duken.customer.Api;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class LoginTests {

	private final JdbcClient database;

	private final LoginCleanup cleanup;

	private final Api api;

	@Autowired
	LoginTests(@LocalServerPort int port, JdbcClient database, LoginCleanup cleanup) {
		this.database = database;
		this.cleanup = cleanup;
		this.api = new Api(port, database);
	}

	@Test
	void aLoginGivesTokens() throws ParseException {
		var customer = this.api.customer();

		var answer = this.api.login(customer.username(), Api.PASSWORD, "10.0.0.1");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body().propertyNames()).containsExactly("accessToken", "tokenType", "expiresIn",
				"refreshToken", "customerId");
		assertThat(answer.text("/tokenType")).isEqualTo("Bearer");
		assertThat(answer.body().get("expiresIn").asInt()).isEqualTo(300);
		assertThat(answer.headers().getCacheControl()).contains("no-store");
		SignedJWT token = SignedJWT.parse(answer.text("/accessToken"));
		assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
		assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(customer.id().toString());
		assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("duken-api");
		assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("CUSTOMER");
		assertThat(token.getJWTClaimsSet().getStringClaim("sid")).hasSize(36);
	}

	@Test
	void aPasswordThatCouldBeTakenLetsInHoweverItIsWritten() {
		String decomposed = "e\u0323\u0302e\u0323\u0302e\u0323\u0302-".repeat(32);
		String username = Api.username();
		assertThat(this.api
			.post("/api/customers", "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, decomposed))
			.status()).isEqualTo(201);

		assertThat(decomposed).hasSizeGreaterThan(256);
		assertThat(this.api.login(username, decomposed, "10.0.0.1").status()).isEqualTo(200);
		assertThat(this.api.login(username, "\u1ec7\u1ec7\u1ec7-".repeat(32), "10.0.0.1").status()).isEqualTo(200);
		assertThat(this.api.login(username, "x".repeat(2049), "10.0.0.1").pointers()).isEqualTo("/password");
	}

	@Test
	void nobodyLearnsWhetherThereIsAnAccount() {
		var disabled = this.api.customer();
		this.database.sql("update customer set status = 'DISABLED' where id = ?").param(disabled.id()).update();

		var wrong = this.api.login(this.api.customer().username(), "wrong horse", "10.0.0.1");
		var unknown = this.api.login(Api.username(), "wrong horse", "10.0.0.1");
		var impossible = this.api.login("no such \\u0000 name", "wrong horse", "10.0.0.1");
		var refused = this.api.login(disabled.username(), Api.PASSWORD, "10.0.0.1");

		assertThat(List.of(wrong, unknown, impossible, refused)).allSatisfy((answer) -> {
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.slug()).isEqualTo("bad-credentials");
			assertThat(answer.withoutTrace()).isEqualTo(wrong.withoutTrace());
		});
		assertThat(this.api.refresh(disabled.refreshToken()).slug()).isEqualTo("invalid-refresh-token");
	}

	@Test
	void repeatedFailuresOfOneAccountFromOneAddressHaveToWait() {
		var customer = this.api.customer();

		List<Integer> statuses = AllAtOnce.run(9,
				() -> this.api.login(customer.username(), "wrong horse", "10.1.1.1").status());
		var waiting = this.api.login(customer.username(), Api.PASSWORD, "10.1.1.1");

		assertThat(statuses.stream().filter((status) -> status == 401)).hasSize(5);
		assertThat(waiting.status()).isEqualTo(429);
		assertThat(waiting.slug()).isEqualTo("too-many-requests");
		assertThat(Integer.parseInt(waiting.headers().getFirst("Retry-After"))).isBetween(1, 61);
		assertThat(this.api.login(customer.username(), Api.PASSWORD, "spoofed, 10.1.1.2").status()).isEqualTo(200);
	}

	@Test
	void aRefreshTokenIsSpentForTheNext() {
		var customer = this.api.customer();

		var first = this.api.refresh(customer.refreshToken());
		var second = this.api.refresh(first.text("/refreshToken"));

		assertThat(second.status()).isEqualTo(200);
		assertThat(second.text("/customerId")).isEqualTo(customer.id().toString());
		assertThat(second.text("/refreshToken")).isNotEqualTo(first.text("/refreshToken"));
		assertThat(this.api.get("/api/customers/me", account(customer, second)).status()).isEqualTo(200);
	}

	@Test
	void tabsThatRefreshAtOnceAllStayLoggedIn() {
		var customer = this.api.customer();

		List<Api.Answer> answers = AllAtOnce.run(6, () -> this.api.refresh(customer.refreshToken()));

		assertThat(answers).allMatch((answer) -> answer.status() == 200);
		assertThat(answers.stream().map((answer) -> answer.text("/refreshToken"))).doesNotHaveDuplicates();
		assertThat(answers).allMatch((answer) -> this.api.refresh(answer.text("/refreshToken")).status() == 200);
	}

	@Test
	void aSpentTokenEndsItsFamilyOnceASuccessorHasBeenUsed() {
		var customer = this.api.customer();
		String next = this.api.refresh(customer.refreshToken()).text("/refreshToken");
		String afterNext = this.api.refresh(next).text("/refreshToken");

		var stolen = this.api.refresh(customer.refreshToken());

		assertThat(stolen.status()).isEqualTo(401);
		assertThat(stolen.slug()).isEqualTo("invalid-refresh-token");
		assertThat(this.api.refresh(afterNext).status()).isEqualTo(401);
		assertThat(this.api.login(customer.username(), Api.PASSWORD, "10.0.0.1").status()).isEqualTo(200);
	}

	@Test
	void aSpentTokenEndsItsFamilyAfterTheGrace() {
		var customer = this.api.customer();
		String next = this.api.refresh(customer.refreshToken()).text("/refreshToken");
		age(customer, "spent_at", Duration.ofSeconds(11));

		assertThat(this.api.refresh(customer.refreshToken()).status()).isEqualTo(401);
		assertThat(this.api.refresh(next).status()).isEqualTo(401);
	}

	@Test
	void anExpiredTokenIsNoGoodAndForgotten() {
		var customer = this.api.customer();
		age(customer, "expires_at", Duration.ofDays(31));

		assertThat(this.api.refresh(customer.refreshToken()).slug()).isEqualTo("invalid-refresh-token");
		this.database.sql("update login set expires_at = expires_at - interval '31 days' where customer_id = ?")
			.param(customer.id())
			.update();
		this.cleanup.removeWhatHasExpired();
		assertThat(this.database.sql("select count(*) from login where customer_id = ?")
			.param(customer.id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void whoLoggedOutRefreshesNoMore() {
		var customer = this.api.customer();
		String next = this.api.refresh(customer.refreshToken()).text("/refreshToken");
		String body = "{\"refreshToken\": \"%s\"}".formatted(customer.refreshToken());

		assertThat(this.api.post("/api/auth/logout", body).status()).isEqualTo(204);
		assertThat(this.api.post("/api/auth/logout", body).status()).isEqualTo(204);

		assertThat(this.api.refresh(next).status()).isEqualTo(401);
		for (String unknown : List.of("made up", "", "a".repeat(2000))) {
			assertThat(this.api.refresh(unknown).slug()).isEqualTo("invalid-refresh-token");
			assertThat(this.api.post("/api/auth/logout", "{\"refreshToken\": \"" + unknown + "\"}").status())
				.isEqualTo(204);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/api/auth/login   | {"username": "a"}                              | validation        | /password
			/api/auth/login   | {"username": "a", "password": null}            | validation        | /password
			/api/auth/login   | {"username": "a", "password": 5}               | validation        | /password
			/api/auth/login   | {"username": "a", "password": "b", "id": "c"}  | validation        | /id
			/api/auth/login   | {                                              | malformed-request | ''
			/api/auth/refresh | {}                                             | validation        | /refreshToken
			/api/auth/logout  | null                                           | malformed-request | ''
			""")
	void badInputIsNamed(String path, String body, String slug, String pointers) {
		var answer = this.api.post(path, body);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.slug()).isEqualTo(slug);
		assertThat(answer.pointers()).isEqualTo(pointers);
	}

	@Test
	void loggingInDoesNotLookAtTokens() {
		var customer = this.api.customer();

		var answer = this.api.send(HttpMethod.POST, "/api/auth/refresh",
				"{\"refreshToken\": \"%s\"}".formatted(customer.refreshToken()), Api.bearer("made-up"));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.api.send(HttpMethod.POST, "/api/customers", "{}", Api.bearer("made-up")).status())
			.isEqualTo(401);
	}

	private void age(Api.Account customer, String column, Duration by) {
		this.database
			.sql("update refresh_token set " + column + " = " + column
					+ " - make_interval(secs => ?) where login_id in (select id from login where customer_id = ?)")
			.param(by.toSeconds())
			.param(customer.id())
			.update();
	}

	private static Api.Account account(Api.Account customer, Api.Answer login) {
		return new Api.Account(customer.id(), customer.username(), login.text("/accessToken"),
				login.text("/refreshToken"));
	}

}
