package kz.duken.cart;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.commons.audit.OwnAudit;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What no statement may do to promo codes, or the audit finds. */
@ServiceTest
class PromoCodeAuditTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private OwnAudit audit;

	private Promotion promotion;

	@BeforeEach
	void aCode() {
		this.promotion = new Promotion(this.client, this.jdbc);
	}

	@Test
	void brokenRulesAreFoundByTheAudit() {
		UUID customer = UUID.randomUUID();
		this.promotion.make(Map.of("percent", 5));
		this.promotion.redeem(UUID.randomUUID(), customer);
		this.promotion.redeem(UUID.randomUUID(), customer);

		this.jdbc.sql("update promo_code set per_customer_limit = 1 where code = ?")
			.param(this.promotion.code())
			.update();

		assertThat(broken()).contains("No customer uses a promo code more often than he may");
		this.jdbc.sql("update promo_code set per_customer_limit = null where code = ?")
			.param(this.promotion.code())
			.update();
		assertThat(broken()).isEmpty();
	}

	private List<String> broken() {
		return this.audit.look()
			.stream()
			.filter((finding) -> finding.violations() > 0)
			.map(OwnAudit.Finding::rule)
			.toList();
	}

	@Test
	void aUseThatNoOrderHasIsFoundByTheAudit() {
		this.promotion.make(Map.of("percent", 5));
		this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID());
		assertThat(this.audit.look()).hasSize(4)
			.extracting(OwnAudit.Finding::example)
			.doesNotContain(this.promotion.code());
		this.jdbc.sql("update promo_code set used = used + 1 where code = ?").param(this.promotion.code()).update();
		assertThat(this.audit.look()).extracting(OwnAudit.Finding::example).contains(this.promotion.code());
		this.jdbc.sql("update promo_code set used = used - 1 where code = ?").param(this.promotion.code()).update();
	}

	@Test
	void theDatabaseItselfKeepsTheLimits() {
		this.promotion.make(Map.of("percent", 5, "usageLimit", 3));
		for (String wrong : List.of("used = 4", "used = -1", "percent = 101", "amount = 5", "percent = null")) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.jdbc.sql("update promo_code set " + wrong + " where code = ?")
					.param(this.promotion.code())
					.update());
		}
		for (String forbidden : List.of("delete from redemption", "update redemption set code = 'OTHER'",
				"update redemption set decided_at = now()", "update redemption set customer_id = order_id")) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(forbidden).update())
				.havingRootCause()
				.withMessageContaining("permission denied");
		}
	}

}
