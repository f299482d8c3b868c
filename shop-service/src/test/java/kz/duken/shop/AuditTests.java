package kz.duken.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.audit.OwnAudit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTests extends MarketTest {

	@Autowired
	private OwnAudit audit;

	@Autowired
	private Environment environment;

	@Test
	void whatTheServiceDoesBreaksNoRule() {
		List<Long> before = violations();
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		UUID order = UUID.randomUUID();
		this.market.reserve(order, Market.line(shop, product, 2, "10"));
		this.market.put("/internal/reservations/" + order + "/release", Market.ORDERS, "");
		this.market.reserve(UUID.randomUUID(), Market.line(shop, product, 3, "10"));
		this.market.put(Market.offer(shop, product), Market.OWNER, "{\"stock\": 7, \"price\": 12}");

		assertThat(violations()).hasSize(6).isEqualTo(before);
	}

	private List<Long> violations() {
		return this.audit.look().stream().map(OwnAudit.Finding::violations).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 | update offer set stock = stock + 1 where id = :offer
			1 | update stock_movement set quantity = quantity + 1 where offer_id = :offer and kind = 'OPENING'
			2 | delete from stock_movement where order_id = :order
			2 | update reservation_line set quantity = quantity + 1 where order_id = :order
			2 | update reservation set released_at = now() where order_id = :order
			3 | insert into reservation (order_id, outcome) values (gen_random_uuid(), 'RESERVED')
			3 | update reservation set outcome = 'OUT_OF_STOCK' where order_id = :order
			4 | insert into restock (order_id, shop_id) values (:order, :shop)
			5 | update reservation_line set price = 10.01 where order_id = :order
			6 | update offer set price = 10.01 where id = :offer
			6 | delete from offer_history where offer_id = :offer
			""")
	void whatBreaksARuleIsFound(int rule, String sql) throws SQLException {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		UUID order = UUID.randomUUID();
		this.market.reserve(order, Market.line(shop, product, 2, "10"));
		UUID offer = this.market.get(Market.offer(shop, product), null).id();
		try (var owner = DriverManager.getConnection(this.environment.getRequiredProperty("spring.flyway.url"),
				this.environment.getRequiredProperty("spring.flyway.user"),
				this.environment.getRequiredProperty("spring.flyway.password"))) {
			owner.setAutoCommit(false);
			JdbcClient planted = JdbcClient.create(new SingleConnectionDataSource(owner, true));
			planted.sql("set search_path to shop").update();
			long before = violations(planted, rule);
			int changed = planted
				.sql(sql.replace(":offer", "'" + offer + "'")
					.replace(":order", "'" + order + "'")
					.replace(":shop", "'" + shop + "'"))
				.update();
			assertThat(changed).isPositive();
			assertThat(violations(planted, rule)).isGreaterThan(before);
			owner.rollback();
		}
	}

	/** Longer than the transaction_timeout of the service's role. */
	@Test
	void aLongLookIsNotCutShort(@Value("${DUKEN_DATABASE_URL}") String url,
			@Value("${DUKEN_DATABASE_OWNER_PASSWORD}") String password) throws SQLException {
		try (Connection owner = DriverManager.getConnection(url, "shop_owner", password);
				Statement view = owner.createStatement()) {
			view.execute("alter view shop.audit rename to prompt_audit");
			try {
				view.execute("""
						create view shop.audit as with nap as materialized (select pg_sleep(5.5))
						select rule, violations, example from nap, shop.prompt_audit""");

				assertThat(violations()).hasSize(6);
			}
			finally {
				view.execute("drop view if exists shop.audit");
				view.execute("alter view shop.prompt_audit rename to audit");
			}
		}
	}

	private static long violations(JdbcClient database, int rule) {
		return database.sql("select violations from audit").query(Long.class).list().get(rule - 1);
	}

}
