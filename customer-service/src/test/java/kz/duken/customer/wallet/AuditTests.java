package kz.duken.customer.wallet;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.audit.OwnAudit;
import kz.duken.customer.Api;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class AuditTests {

	private final Api api;

	private final OwnAudit audit;

	private final JdbcClient database;

	private final Environment environment;

	@Autowired
	AuditTests(@LocalServerPort int port, JdbcClient database, OwnAudit audit, Environment environment) {
		this.api = new Api(port, database);
		this.audit = audit;
		this.database = database;
		this.environment = environment;
	}

	@Test
	void whatTheServiceDoesBreaksNoRuleOfTheLedger() {
		List<Long> before = violations();
		Api.Account customer = this.api.customer();
		this.api.topUp(this.api.admin(), customer.id().toString(), "audited" + customer.id(), "{\"amount\": 1000}");

		assertThat(violations()).hasSize(7).isEqualTo(before);
	}

	private List<Long> violations() {
		return this.audit.look().stream().map(OwnAudit.Finding::violations).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 | update ledger_entry set amount = amount + 1 where account_kind = 'OUTSIDE' and transfer_id = :transfer
			2 | insert into ledger_transfer (id, kind) values (gen_random_uuid(), 'TOP_UP')
			2 | update ledger_entry set amount = amount + 1 where account_kind = 'OUTSIDE' and transfer_id = :transfer
			3 | update ledger_account set balance = balance + 1 where owner_id = :customer
			3 | update ledger_account set entries = entries + 1 where owner_id = :customer
			3 | update ledger_entry set number = number + 70 where account_owner_id = :customer
			5 | update payment set total = total - 1, sum = sum - 1 where order_id = :order
			5 | delete from payment where order_id = :order
			6 | insert into refund values (:order, :order, 61, 61, 0, :transfer)
			6 | insert into credit values (:order, :order, 61, :transfer)
			7 | delete from top_up where transfer_id = :transfer
			""")
	void whatBreaksARuleIsFound(int rule, String sql) throws SQLException {
		Api.Account customer = this.api.customer();
		this.api.topUp(this.api.admin(), customer.id().toString(), "audited", "{\"amount\": 1000}");
		UUID order = UUID.randomUUID();
		assertThat(this.api
			.internal("/internal/payments/" + order,
					"""
							{"customerId": "%s", "sum": 60, "discount": 0, "total": 60, "deadline": "2099-01-01T00:00:00Z"}"""
						.formatted(customer.id()))
			.text("/outcome")).isEqualTo("PAID");
		UUID transfer = this.database
			.sql("select transfer_id from ledger_entry where account_owner_id = ? and amount = 1000")
			.param(customer.id())
			.query(UUID.class)
			.single();
		try (var owner = DriverManager.getConnection(this.environment.getRequiredProperty("spring.flyway.url"),
				this.environment.getRequiredProperty("spring.flyway.user"),
				this.environment.getRequiredProperty("spring.flyway.password"))) {
			owner.setAutoCommit(false);
			JdbcClient planted = JdbcClient.create(new SingleConnectionDataSource(owner, true));
			planted.sql("set search_path to customer").update();
			long before = violations(planted, rule);
			int changed = planted
				.sql(sql.replace(":transfer", "'" + transfer + "'")
					.replace(":customer", "'" + customer.id() + "'")
					.replace(":order", "'" + order + "'"))
				.update();
			assertThat(changed).isPositive();
			assertThat(violations(planted, rule)).isGreaterThan(before);
			owner.rollback();
		}
	}

	private static long violations(JdbcClient database, int rule) {
		return database.sql("select violations from audit").query(Long.class).list().get(rule - 1);
	}

}
