package kz.duken.customer.login;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import kz.duken.customer.Api;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Passwords are changed, accounts are disabled. */
@ServiceTest
class AccessTests {

	private static final String NEXT = "a quite different one";

	private final JdbcClient database;

	private final Api api;

	private final Api.Account customer;

	@Autowired
	AccessTests(@LocalServerPort int port, JdbcClient database) {
		this.database = database;
		this.api = new Api(port, database);
		this.customer = this.api.customer();
	}

	@Test
	void aNewPasswordEndsAllOtherLogins() {
		Api.Account elsewhere = this.api.login(this.customer.username());

		assertThat(change(Api.PASSWORD, NEXT).status()).isEqualTo(204);

		assertThat(refresh(elsewhere).slug()).isEqualTo("invalid-refresh-token");
		assertThat(refresh(this.customer).status()).isEqualTo(200);
		assertThat(login(Api.PASSWORD).slug()).isEqualTo("bad-credentials");
		assertThat(login(NEXT).status()).isEqualTo(200);
	}

	@Test
	void thePresentPasswordMustBeKnown() {
		assertThat(change("not the password", NEXT).pointers()).isEqualTo("/currentPassword");
		assertThat(change(Api.PASSWORD, "short").pointers()).isEqualTo("/newPassword");
		assertThat(change(Api.PASSWORD, this.customer.username()).pointers()).isEqualTo("/newPassword");
		assertThat(login(Api.PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void whoGuessesIsSlowedDown() {
		List<Integer> statuses = IntStream.range(0, 12)
			.mapToObj((i) -> change("not the password", NEXT).status())
			.toList();

		assertThat(statuses).startsWith(400).endsWith(429);
	}

	@Test
	void ofThoseWhoChangeAtOnceOneDoes() {
		List<Integer> statuses = AllAtOnce.run(4, () -> change(Api.PASSWORD, NEXT).status());

		assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 400);
	}

	@Test
	void aDisabledAccountIsAsNone() {
		Api.Account admin = this.api.admin();

		Api.Answer disabled = become(admin, this.customer, "DISABLED");

		assertThat(disabled.text("/status")).isEqualTo("DISABLED");
		assertThat(login(Api.PASSWORD).slug()).isEqualTo("bad-credentials");
		assertThat(refresh(this.customer).slug()).isEqualTo("invalid-refresh-token");
		assertThat(change(Api.PASSWORD, NEXT).pointers()).isEqualTo("/currentPassword");
		assertThat(become(admin, this.customer, "ACTIVE").text("/status")).isEqualTo("ACTIVE");
		assertThat(refresh(this.customer).slug()).isEqualTo("invalid-refresh-token");
		assertThat(login(Api.PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void onlyAdministratorsDisable() {
		assertThat(become(this.customer, this.customer, "DISABLED").status()).isEqualTo(403);
		assertThat(become(this.api.admin(), this.customer, "GONE").pointers()).isEqualTo("/status");
		assertThat(login(Api.PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void somebodyIsLeftToRunTheStore() {
		Api.Account one = this.api.admin();
		Api.Account other = this.api.admin();
		List<UUID> others = this.database.sql("""
				update customer set status = 'DISABLED'
				where 'ADMIN' = any (roles) and status = 'ACTIVE' and id not in (?, ?) returning id""")
			.params(one.id(), other.id())
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();

		List<Api.Answer> answers = AllAtOnce
			.run(List.of(() -> become(one, other, "DISABLED"), () -> become(other, one, "DISABLED")));
		this.database.sql("update customer set status = 'ACTIVE' where id in (:others)")
			.param("others", others)
			.update();

		assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
		assertThat(answers).filteredOn((answer) -> answer.status() == 409)
			.extracting(Api.Answer::slug)
			.containsExactly("last-administrator");
	}

	private Api.Answer change(String current, String next) {
		return this.api.send(HttpMethod.PUT, "/api/customers/me/password",
				"{\"currentPassword\": \"" + current + "\", \"newPassword\": \"" + next + "\"}",
				Api.bearer(this.customer.token()));
	}

	private Api.Answer become(Api.Account by, Api.Account account, String status) {
		return this.api.send(HttpMethod.PUT, "/api/customers/" + account.id() + "/status",
				"{\"status\": \"" + status + "\"}", Api.bearer(by.token()));
	}

	private Api.Answer refresh(Api.Account login) {
		return this.api.post("/api/auth/refresh", "{\"refreshToken\": \"" + login.refreshToken() + "\"}");
	}

	private Api.Answer login(String password) {
		return this.api.post("/api/auth/login",
				"{\"username\": \"" + this.customer.username() + "\", \"password\": \"" + password + "\"}");
	}

}
