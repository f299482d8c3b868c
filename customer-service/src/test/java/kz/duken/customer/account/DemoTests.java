package kz.duken.customer.account;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

import kz.duken.customer.Api;
import kz.duken.customer.password.Passwords;
import kz.duken.customer.wallet.TopUps;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

@ServiceTest
@ActiveProfiles("demo")
class DemoTests {

	private final Api api;

	private final JdbcClient database;

	private final DemoAccounts demoAccounts;

	private final DemoLeftovers leftovers;

	private final TransactionTemplate transaction;

	@Autowired
	DemoTests(@LocalServerPort int port, JdbcClient database, DemoAccounts demoAccounts, Customers customers,
			Passwords passwords, TopUps topUps, TransactionTemplate transaction) {
		this.api = new Api(port, database);
		this.database = database;
		this.demoAccounts = demoAccounts;
		this.transaction = transaction;
		this.leftovers = new DemoLeftovers(customers, passwords, topUps);
	}

	/** Other tests go on with this database, and start without the demo profile. */
	@AfterAll
	static void theStoreWasNeverADemo(@Autowired Environment environment) throws SQLException {
		try (var owner = DriverManager.getConnection(environment.getRequiredProperty("spring.flyway.url"),
				environment.getRequiredProperty("spring.flyway.user"),
				environment.getRequiredProperty("spring.flyway.password")); var rename = owner.createStatement()) {
			assertThat(rename.executeUpdate(
					"update customer.top_up set idempotency_key = 'no demo' where " + "idempotency_key = 'demo-money'"))
				.isEqualTo(1);
		}
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
		var customer = new Api.Account(new UUID(0, 0), "customer", login.text("/accessToken"), "");

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

	@Test
	void aStoreThatWasADemoDoesNotStartWithPasswordsThatEverybodyKnows() {
		assertThatIllegalStateException().isThrownBy(this.leftovers::afterSingletonsInstantiated)
			.withMessageContaining(": admin, customer, seller.");
		after("update customer set status = 'DISABLED' where username <> 'admin'",
				() -> assertThatIllegalStateException().isThrownBy(this.leftovers::afterSingletonsInstantiated)
					.withMessageContaining(": admin."));
		after("update customer set password_hash = (select password_hash from customer where username = 'admin')",
				() -> assertThatIllegalStateException().isThrownBy(this.leftovers::afterSingletonsInstantiated)
					.withMessageContaining(": admin."));
		after("update customer set status = 'DISABLED'",
				() -> assertThatNoException().isThrownBy(this.leftovers::afterSingletonsInstantiated));
	}

	/** Does it and takes it back. */
	private void after(String sql, Runnable check) {
		this.transaction.executeWithoutResult((status) -> {
			this.database.sql(sql).update();
			check.run();
			status.setRollbackOnly();
		});
	}

}
