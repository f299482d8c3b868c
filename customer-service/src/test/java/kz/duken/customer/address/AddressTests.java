package kz.duken.customer.address;

import java.util.List;
import java.util.UUID;

import kz.duken.customer.Api;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class AddressTests {

	private static final String BOOK = "/api/customers/me/addresses";

	private final Api api;

	private final Api.Account customer;

	@Autowired
	AddressTests(@LocalServerPort int port, JdbcClient database) {
		this.api = new Api(port, database);
		this.customer = this.api.customer();
	}

	@Test
	void theFirstAddressIsTheDefault() {
		Api.Answer first = add("10", "");
		Api.Answer second = add("11", "");

		assertThat(first.status()).isEqualTo(201);
		assertThat(first.text("/default")).isEqualTo("true");
		assertThat(second.text("/default")).isEqualTo("false");
		assertThat(list()).containsExactly("10 true", "11 false");
	}

	@Test
	void aNewDefaultUnsetsTheOld() {
		add("10", "");
		String second = add("11", ", \"default\": true").text("/id");
		assertThat(list()).containsExactly("10 false", "11 true");

		assertThat(send(HttpMethod.PUT, "/" + second, body("12", "")).text("/default")).isEqualTo("true");
		String first = this.api.get(BOOK, this.customer).text("/items/0/id");
		send(HttpMethod.PUT, "/" + first, body("10", ", \"default\": true"));

		assertThat(list()).containsExactly("10 true", "12 false");
	}

	@Test
	void whenTheDefaultGoesTheNewestLeftTakesItsPlace() {
		String first = add("10", "").text("/id");
		add("11", "");
		add("12", "");

		assertThat(send(HttpMethod.DELETE, "/" + first, "").status()).isEqualTo(204);
		assertThat(send(HttpMethod.DELETE, "/" + first, "").status()).isEqualTo(404);

		assertThat(list()).containsExactly("11 false", "12 true");
	}

	@Test
	void thereIsOneDefaultHoweverManyAskAtOnce() {
		List<Api.Answer> answers = AllAtOnce.run(8, () -> add("10", ", \"default\": true"));

		assertThat(answers).allMatch((answer) -> answer.status() == 201);
		assertThat(list()).hasSize(8).filteredOn((line) -> line.endsWith("true")).hasSize(1);
	}

	@Test
	void aBookHoldsTwenty() {
		for (int i = 0; i < 20; i++) {
			assertThat(add("10", "").status()).isEqualTo(201);
		}

		Api.Answer full = add("10", "");

		assertThat(full.status()).isEqualTo(409);
		assertThat(full.slug()).isEqualTo("address-limit");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"city\": \"\"}", "{\"id\": \"x\"}", "[]" })
	void whatIsNoAddressIsRefused(String body) {
		assertThat(send(HttpMethod.POST, "", body).status()).isEqualTo(400);
		assertThat(send(HttpMethod.POST, "", body("1\\u0000", "")).pointers()).isEqualTo("/building");
		assertThat(list()).isEmpty();
	}

	@Test
	void anAddressBookIsItsOwnersAlone() {
		String address = add("10", "").text("/id");
		String book = "/api/customers/" + this.customer.id() + "/addresses";
		Api.Account stranger = this.api.customer();

		assertThat(this.api.get(book, stranger).status()).isEqualTo(404);
		assertThat(this.api.get(book, this.api.admin()).status()).isEqualTo(403);
		assertThat(this.api.get("/api/customers/" + UUID.randomUUID() + "/addresses", this.api.admin()).status())
			.isEqualTo(404);
		assertThat(this.api.send(HttpMethod.DELETE, BOOK + "/" + address, null, Api.bearer(stranger.token())).status())
			.isEqualTo(404);
		assertThat(list()).hasSize(1);
	}

	private Api.Answer add(String building, String rest) {
		return send(HttpMethod.POST, "", body(building, rest));
	}

	private static String body(String building, String rest) {
		return "{\"city\": \"Almaty\", \"street\": \"Abay Avenue\", \"building\": \"" + building
				+ "\", \"recipient\": \"Somebody\", \"phone\": \"+77010000001\"" + rest + "}";
	}

	private Api.Answer send(HttpMethod method, String path, String body) {
		return this.api.send(method, BOOK + path, body.isEmpty() ? null : body, Api.bearer(this.customer.token()));
	}

	private List<String> list() {
		return this.api.get(BOOK + "?size=100", this.customer)
			.body()
			.path("items")
			.valueStream()
			.map((address) -> address.path("building").asString() + " " + address.path("default").asString())
			.toList();
	}

}
