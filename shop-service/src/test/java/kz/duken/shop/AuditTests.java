package kz.duken.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.audit.OwnAudit;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTests extends MarketTest {

	private static final String STOCK = "Each stock is the sum of its movements, and not negative";

	@Autowired
	private OwnAudit audit;

	@Autowired
	private JdbcClient sql;

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

	@Test
	void stockFromNowhereIsFound() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		change(shop, product, 1);

		assertThat(this.audit.look()).anySatisfy((finding) -> {
			assertThat(finding.rule()).isEqualTo(STOCK);
			assertThat(finding.violations()).isPositive();
		});
		change(shop, product, -1);
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

	private void change(UUID shop, UUID product, int pieces) {
		this.sql.sql("update offer set stock = stock + :pieces where shop_id = :shop and product_id = :product")
			.param("pieces", pieces)
			.param("shop", shop)
			.param("product", product)
			.update();
	}

}
