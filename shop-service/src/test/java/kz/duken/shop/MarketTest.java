package kz.duken.shop;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a test does, the ledger of stock must add up after it. */
@ServiceTest
@TestPropertySource(properties = "duken.cards.refresh-every=1h")
public abstract class MarketTest {

	@Autowired
	private RestTestClient http;

	/** The database as the service itself sees it. */
	@Autowired
	protected JdbcClient database;

	protected Market market;

	@BeforeEach
	void openMarket() {
		this.market = new Market(this.http);
	}

	@AfterEach
	void stockIsTheSumOfItsMovements() {
		assertThat(count("""
				select count(*) from offer o where o.stock <>
				  (select coalesce(sum(m.quantity), 0) from stock_movement m where m.offer_id = o.id)""")).isZero();
	}

	protected long count(String sql) {
		return this.database.sql(sql).query(Long.class).single();
	}

}
