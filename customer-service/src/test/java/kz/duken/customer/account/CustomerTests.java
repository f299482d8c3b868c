package kz.duken.customer.account;

import java.util.List;
import java.util.UUID;

import kz.duken.customer.Api;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class CustomerTests {

	private final JdbcClient database;

	private final Api api;

	@Autowired
	CustomerTests(@LocalServerPort int port, JdbcClient database) {
		this.database = database;
		this.api = new Api(port, database);
	}

	@Test
	void whoRegistersIsACustomerWithAnEmptyWallet() {
		String username = Api.username();

		var answer = this.api.post("/api/customers",
				"""
						{"username": "%s", "password": "correct horse", "fullName": " Айгүл Сериковна ", "email": "a@duken.kz"}"""
					.formatted(username.toUpperCase(java.util.Locale.ROOT)));

		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.headers().getFirst("Location")).isEqualTo("/api/customers/" + answer.text("/id"));
		assertThat(answer.text("/username")).isEqualTo(username);
		assertThat(answer.text("/fullName")).isEqualTo("Айгүл Сериковна");
		assertThat(answer.body().get("roles").toString()).isEqualTo("[\"CUSTOMER\"]");
		assertThat(answer.text("/status")).isEqualTo("ACTIVE");
		assertThat(answer.body().propertyNames()).containsExactly("id", "username", "fullName", "email", "roles",
				"status", "createdAt");
	}

	@Test
	void aUsernameIsTakenOnce() {
		String body = "{\"username\": \"%s\", \"password\": \"correct horse\"}".formatted(Api.username());

		List<Integer> statuses = AllAtOnce.run(8, () -> this.api.post("/api/customers", body).status());

		assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
		assertThat(this.api.post("/api/customers", body).slug()).isEqualTo("username-taken");
	}

	@Test
	void theAdministratorsNameIsNobodys() {
		var answer = this.api.post("/api/customers", "{\"username\": \"Admin\", \"password\": \"correct horse\"}");

		assertThat(answer.slug()).isEqualTo("username-taken");
	}

	@Test
	void theFirstAdministratorIsThere() {
		assertThat(this.api.login("admin", "demo-admin-1", "10.0.0.1").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"password": "correct horse"}                                           | /username
			{"username": null, "password": "correct horse"}                         | /username
			{"username": "ab", "password": "correct horse"}                         | /username
			{"username": "a b c", "password": "correct horse"}                      | /username
			{"username": "алия", "password": "correct horse"}                       | /username
			{"username": "\\u212Aelvin", "password": "correct horse"}               | /username
			{"username": "a\\u0000bc", "password": "correct horse"}                 | /username
			{"username": 12345, "password": "correct horse"}                        | /username
			{"username": "somebody"}                                                | /password
			{"username": "somebody", "password": "short"}                           | /password
			{"username": "somebody", "password": "password123"}                     | /password
			{"username": "somebody", "password": "SomeBody"}                        | /password
			{"username": "somebody", "password": "correct horse", "fullName": "a\\u0000b"}    | /fullName
			{"username": "somebody", "password": "correct horse", "fullName": "\\ud800"}      | /fullName
			{"username": "somebody", "password": "correct horse", "email": "nowhere"}         | /email
			{"username": "somebody", "password": "correct horse", "roles": ["ADMIN"]}         | /roles
			{"username": "somebody", "password": "correct horse", "id": "1"}                  | /id
			""")
	void whatCannotBeTakenIsNamed(String body, String pointer) {
		var answer = this.api.post("/api/customers", body);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.slug()).isEqualTo("validation");
		assertThat(answer.pointers()).isEqualTo(pointer);
		assertThat(this.database.sql("select count(*) from customer where username = 'somebody'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void anAccountIsSeenByItselfAndAdministrators() {
		var customer = this.api.customer();
		var admin = this.api.admin();

		assertThat(this.api.get("/api/customers/me", customer).text("/id")).isEqualTo(customer.id().toString());
		assertThat(this.api.get("/api/customers/" + customer.id(), customer).status()).isEqualTo(200);
		assertThat(this.api.get("/api/customers/" + customer.id(), admin).text("/username"))
			.isEqualTo(customer.username());
		assertThat(this.api.get("/api/customers/" + customer.id(), this.api.customer()).slug()).isEqualTo("not-found");
		assertThat(this.api.get("/api/customers/" + UUID.randomUUID(), customer).slug()).isEqualTo("not-found");
		assertThat(this.api.get("/api/customers/" + UUID.randomUUID(), admin).slug()).isEqualTo("not-found");
		assertThat(this.api.get("/api/customers/you", admin).slug()).isEqualTo("not-found");
	}

	@Test
	void aPatchChangesWhatItNamesAndNullClears() {
		var customer = this.api.customer();

		this.api.patch("/api/customers/me", "{\"fullName\": \"Ерлан\", \"email\": \"e@duken.kz\"}", customer);
		var named = this.api.patch("/api/customers/me", "{\"fullName\": \"Ерлан Ә.\"}", customer);
		var cleared = this.api.patch("/api/customers/" + customer.id(), "{\"email\": null}", customer);

		assertThat(named.text("/fullName")).isEqualTo("Ерлан Ә.");
		assertThat(named.text("/email")).isEqualTo("e@duken.kz");
		assertThat(cleared.text("/fullName")).isEqualTo("Ерлан Ә.");
		assertThat(cleared.body().get("email").isNull()).isTrue();
		assertThat(this.api.get("/api/customers/me", customer).body()).isEqualTo(cleared.body());
	}

	@Test
	void ofTwoPatchesAtOnceBothCount() {
		var customer = this.api.customer();

		AllAtOnce.run(List.of(() -> this.api.patch("/api/customers/me", "{\"fullName\": \"Ерлан\"}", customer).status(),
				() -> this.api.patch("/api/customers/me", "{\"email\": \"e@duken.kz\"}", customer).status()));

		var patched = this.api.get("/api/customers/me", customer);
		assertThat(patched.text("/fullName")).isEqualTo("Ерлан");
		assertThat(patched.text("/email")).isEqualTo("e@duken.kz");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"username": "other"}       | validation        | /username
			{"email": 5}                | validation        | /email
			{"email": "nowhere"}        | validation        | /email
			{"status": "DISABLED"}      | validation        | /status
			{"fullName": "a", }         | malformed-request | ''
			[]                          | malformed-request | ''
			""")
	void aPatchOfAnythingElseIsRefused(String body, String slug, String pointers) {
		var answer = this.api.patch("/api/customers/me", body, this.api.customer());

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.slug()).isEqualTo(slug);
		assertThat(answer.pointers()).isEqualTo(pointers);
	}

	@Test
	void nobodyPatchesAnothersAccount() {
		var customer = this.api.customer();
		var admin = this.api.admin();
		String path = "/api/customers/" + customer.id();

		assertThat(this.api.patch(path, "{\"fullName\": \"x\"}", this.api.customer()).status()).isEqualTo(404);
		assertThat(this.api.patch(path, "{\"fullName\": \"x\"}", admin).slug()).isEqualTo("forbidden");
		assertThat(this.api.patch("/api/customers/" + UUID.randomUUID(), "{}", admin).status()).isEqualTo(404);
		assertThat(this.api.get(path, customer).body().get("fullName").isNull()).isTrue();
	}

	@Test
	void administratorsListAccountsByName() {
		String prefix = Api.username().substring(0, 12);
		List.of("c", "a", "b")
			.forEach((suffix) -> this.api.post("/api/customers",
					"{\"username\": \"%s\", \"password\": \"correct horse\"}".formatted(prefix + suffix)));
		var admin = this.api.admin();

		var first = this.api.get("/api/customers?size=2&username=" + prefix, admin);
		var second = this.api.get("/api/customers?size=2&username=" + prefix + "&cursor=" + first.text("/nextCursor"),
				admin);

		assertThat(first.body().get("items").valueStream().map((item) -> item.get("username").asString()))
			.containsExactly(prefix + "a", prefix + "b");
		assertThat(second.body().get("items")).hasSize(1);
		assertThat(second.body().get("nextCursor").isNull()).isTrue();
		assertThat(this.api.get("/api/customers", this.api.customer()).slug()).isEqualTo("forbidden");
		assertThat(this.api.get("/api/customers?username=%00", admin).pointers()).isEqualTo("/username");
		assertThat(this.api.get("/api/customers?cursor=AAAA", admin).pointers()).isEqualTo("/cursor");
	}

}
