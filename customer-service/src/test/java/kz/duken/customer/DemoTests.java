package kz.duken.customer;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@ActiveProfiles("demo")
class DemoTests {

	private final Api api;

	private final SmartInitializingSingleton demoAccounts;

	@Autowired
	DemoTests(@LocalServerPort int port, JdbcClient database,
			@Qualifier("demoAccounts") SmartInitializingSingleton demoAccounts) {
		this.api = new Api(port, database);
		this.demoAccounts = demoAccounts;
	}

	@ParameterizedTest
	@CsvSource({ "admin, demo-admin-1", "customer, demo-customer-1", "seller, demo-seller-1" })
	void theDemoAccountsAreThere(String username, String password) {
		assertThat(this.api.login(username, password, "10.0.0.1").status()).isEqualTo(200);
	}

	@Test
	void theDemoCustomerIsRichOnceHoweverOftenTheStoreStarts() {
		this.demoAccounts.afterSingletonsInstantiated();

		var login = this.api.login("customer", "demo-customer-1", "10.0.0.1");
		var customer = new Api.Account(new java.util.UUID(0, 0), "customer", login.text("/accessToken"), "");

		assertThat(this.api.get("/api/customers/me/wallet", customer).body().get("balance").toString())
			.isEqualTo("2000000.00");
	}

	@Test
	void customersTopUpTheirOwnWallets() {
		var customer = this.api.customer();

		assertThat(this.api.topUp(customer, "me", "k", "{\"amount\": 10000000}").status()).isEqualTo(201);
		assertThat(this.api.topUp(customer, customer.id().toString(), "k", "{\"amount\": 10000000}").status())
			.isEqualTo(201);
		assertThat(this.api.topUp(customer, this.api.customer().id().toString(), "k", "{\"amount\": 1}").status())
			.isEqualTo(404);
		assertThat(this.api.get("/api/customers/me/wallet", customer).body().get("balance").toString())
			.isEqualTo("10000000.00");
	}

}
