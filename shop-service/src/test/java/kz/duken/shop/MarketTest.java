package kz.duken.shop;

import java.util.function.Supplier;

import kz.duken.test.LongTransaction;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a test does, the ledger of stock must add up after it. */
@ServiceTest
@TestPropertySource(properties = "duken.cards.refresh-every=1h")
public abstract class MarketTest {

	@LocalServerPort
	protected int port;

	/** The database as the service itself sees it. */
	@Autowired
	protected JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	protected Market market;

	@BeforeEach
	void openMarket() {
		this.market = new Market(this.port);
	}

	@AfterEach
	void stockIsTheSumOfItsMovements() {
		long wrong = unhurried(() -> count("""
				select count(*) from offer o
				  left join (select offer_id, sum(quantity) as moved from stock_movement group by offer_id) m
				    on m.offer_id = o.id
				where o.stock <> coalesce(m.moved, 0)"""));
		assertThat(wrong).isZero();
	}

	/** In a transaction that nothing cuts short, however slow the machine is. */
	protected <T> T unhurried(Supplier<T> work) {
		return new LongTransaction(this.transaction, this.database).run(work);
	}

	protected long count(String sql) {
		return this.database.sql(sql).query(Long.class).single();
	}

}
