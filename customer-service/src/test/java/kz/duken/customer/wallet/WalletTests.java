package kz.duken.customer.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

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
class WalletTests {

	private final JdbcClient database;

	private final Api api;

	@Autowired
	WalletTests(@LocalServerPort int port, JdbcClient database) {
		this.database = database;
		this.api = new Api(port, database);
	}

	@Test
	void aTopUpIsAnEntryOfTheWallet() {
		var customer = this.api.customer();

		var answer = this.api.topUp(this.api.admin(), customer.id().toString(), "k1", "{\"amount\": 1500.5}");

		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.headers().containsHeader("Location")).isFalse();
		assertThat(answer.headers().containsHeader("Idempotency-Replayed")).isFalse();
		assertThat(answer.body().propertyNames()).containsExactly("id", "at", "kind", "amount", "balanceAfter",
				"orderId");
		assertThat(answer.text("/kind")).isEqualTo("TOP_UP");
		assertThat(answer.body().get("amount").toString()).isEqualTo("1500.50");
		assertThat(answer.body().get("orderId").isNull()).isTrue();
		assertThat(this.api.get("/api/customers/me/wallet", customer).body().toString())
			.isEqualTo("{\"balance\":1500.50,\"currency\":\"KZT\"}");
		assertThat(this.api.get("/api/customers/me/wallet/entries", customer).body().get("items").get(0))
			.isEqualTo(answer.body());
	}

	@Test
	void aKeyTopsUpOnce() {
		var admin = this.api.admin();
		String customer = this.api.customer().id().toString();

		var first = this.api.topUp(admin, customer, "k1", "{\"amount\": 100}");
		var again = this.api.topUp(admin, customer, "\"k1\"", "{ \"amount\" : 1.0000e2 }");
		var other = this.api.topUp(admin, customer, "k1", "{\"amount\": 100.01}");
		var elsewhere = this.api.topUp(admin, this.api.customer().id().toString(), "k1", "{\"amount\": 100}");
		var byAnother = this.api.topUp(this.api.admin(), customer, "k1", "{\"amount\": 100}");

		assertThat(again.status()).isEqualTo(201);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.slug()).isEqualTo("idempotency-key-reused");
		assertThat(elsewhere.slug()).isEqualTo("idempotency-key-reused");
		assertThat(byAnother.body().get("balanceAfter").toString()).isEqualTo("200.00");
	}

	@Test
	void twinsJoinTheFirst() {
		var admin = this.api.admin();
		var customer = this.api.customer();

		List<Api.Answer> answers = AllAtOnce.run(12,
				() -> this.api.topUp(admin, customer.id().toString(), "twin", "{\"amount\": 100}"));

		assertThat(answers).allMatch((answer) -> answer.status() == 201);
		assertThat(answers.stream().map((answer) -> answer.text("/id")).distinct()).hasSize(1);
		assertThat(answers.stream().filter((answer) -> !answer.headers().containsHeader("Idempotency-Replayed")))
			.hasSize(1);
		assertThat(balance(customer)).isEqualTo("100.00");
	}

	@Test
	void topUpsOfOneWalletAtOnceAllCount() {
		var admin = this.api.admin();
		var customer = this.api.customer();
		List<Callable<Integer>> topUps = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			String key = "k" + i;
			topUps.add(() -> this.api.topUp(admin, customer.id().toString(), key, "{\"amount\": 0.01}").status());
		}

		assertThat(AllAtOnce.run(topUps)).containsOnly(201);

		assertThat(balance(customer)).isEqualTo("0.20");
		var entries = this.api.get("/api/customers/me/wallet/entries?size=100", customer).body().get("items");
		assertThat(entries.valueStream()
			.map((entry) -> entry.get("balanceAfter").decimalValue().movePointRight(2).intValueExact()))
			.containsExactly(20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
	}

	@Test
	void entriesComeInPagesNewestFirst() {
		var admin = this.api.admin();
		var customer = this.api.customer();
		for (int i = 1; i <= 3; i++) {
			this.api.topUp(admin, customer.id().toString(), "k" + i, "{\"amount\": %d}".formatted(i));
		}

		var first = this.api.get("/api/customers/me/wallet/entries?size=2", customer);
		var second = this.api.get(
				"/api/customers/%s/wallet/entries?size=2&cursor=%s".formatted(customer.id(), first.text("/nextCursor")),
				admin);

		assertThat(first.body().get("items").valueStream().map((entry) -> entry.get("amount").toString()))
			.containsExactly("3.00", "2.00");
		assertThat(second.body().get("items").valueStream().map((entry) -> entry.get("amount").toString()))
			.containsExactly("1.00");
		assertThat(second.body().get("nextCursor").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "absent", textBlock = """
			absent   | {"amount"              | 400 | idempotency-key-missing | ''
			'""'     | {"amount"              | 400 | idempotency-key-invalid | ''
			'"a'     | {"amount": 1}          | 400 | idempotency-key-invalid | ''
			k        | {"amount"              | 400 | malformed-request       | ''
			k        | {}                     | 400 | validation              | /amount
			k        | {"amount": null}       | 400 | validation              | /amount
			k        | {"amount": "1"}        | 400 | validation              | /amount
			k        | {"amount": true}       | 400 | validation              | /amount
			k        | {"amount": 0}          | 400 | validation              | /amount
			k        | {"amount": -1}         | 400 | validation              | /amount
			k        | {"amount": 0.001}      | 400 | validation              | /amount
			k        | {"amount": 1e30}       | 400 | validation              | /amount
			k        | {"amount": 10000000.01}| 400 | validation              | /amount
			k        | {"amount": 1, "id": 1} | 400 | validation              | /id
			""")
	void badInputChangesNothing(String key, String body, int status, String slug, String pointers) {
		var admin = this.api.admin();
		var headers = Api.bearer(admin.token());
		if (key != null) {
			headers.set("Idempotency-Key", key);
		}

		var answer = this.api.send(HttpMethod.POST, "/api/customers/me/wallet/top-ups", body, headers);

		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.slug()).isEqualTo(slug);
		assertThat(answer.pointers()).isEqualTo(pointers);
		assertThat(balance(admin)).isEqualTo("0.00");
		assertThat(this.api.topUp(admin, "me", "k", "{\"amount\": 1}").status()).isEqualTo(201);
	}

	@Test
	void moneyComesFromAdministratorsAlone() {
		var customer = this.api.customer();

		assertThat(this.api.topUp(customer, "me", "k", "{\"amount\": 1}").slug()).isEqualTo("forbidden");
		assertThat(this.api.topUp(customer, this.api.customer().id().toString(), "k", "{\"amount\": 1}").slug())
			.isEqualTo("not-found");
		assertThat(this.api.topUp(this.api.admin(), UUID.randomUUID().toString(), "k", "{\"amount\": 1}").slug())
			.isEqualTo("not-found");
		assertThat(this.database.sql("select count(*) from top_up where caller_id = ?")
			.param(customer.id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aWalletIsSeenByItsOwnerAndAdministrators() {
		var customer = this.api.customer();
		String wallet = "/api/customers/" + customer.id() + "/wallet";

		assertThat(this.api.get(wallet, this.api.admin()).status()).isEqualTo(200);
		assertThat(this.api.get(wallet, this.api.customer()).status()).isEqualTo(404);
		assertThat(this.api.get(wallet + "/entries", this.api.customer()).status()).isEqualTo(404);
		assertThat(this.api.get("/api/customers/" + UUID.randomUUID() + "/wallet/entries", this.api.admin()).status())
			.isEqualTo(404);
		assertThat(this.api.get(wallet + "/entries?size=0", customer).pointers()).isEqualTo("/size");
		assertThat(this.api.get(wallet + "/entries?cursor=bm9uZQ", customer).pointers()).isEqualTo("/cursor");
	}

	private String balance(Api.Account customer) {
		return this.api.get("/api/customers/me/wallet", customer).body().get("balance").toString();
	}

}
