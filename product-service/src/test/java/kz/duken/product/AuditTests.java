package kz.duken.product;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.audit.OwnAudit;
import kz.duken.test.LongTransaction;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class AuditTests {

	private static final String PRICES = "Each card shows the price, the stock, the shops and the best of its live offers, or is about to";

	private final Callers callers;

	private final OwnAudit audit;

	private final JdbcClient sql;

	private final LongTransaction transaction;

	@Autowired
	AuditTests(@LocalServerPort int port, OwnAudit audit, JdbcClient sql, TransactionTemplate transaction) {
		this.callers = new Callers(port);
		this.audit = audit;
		this.sql = sql;
		this.transaction = new LongTransaction(transaction, sql);
	}

	@Test
	void anOfferThatACardDoesNotShowIsFoundUnlessThatIsToBeDone() {
		UUID product = card();
		UUID shop = UUID.randomUUID();
		long before = wrongPrices();
		this.transaction.run(() -> offeredUnnoticed(product, shop));
		long found = wrongPrices();
		this.sql.sql("insert into stale_product (product_id) values (:id) on conflict do nothing")
			.param("id", product)
			.update();
		long whenNoted = wrongPrices();

		assertThat(List.of(found, whenNoted)).containsExactly(before + 1, before);
	}

	/** Holds the product's mark meanwhile, so that nobody works it out. */
	private int offeredUnnoticed(UUID product, UUID shop) {
		this.sql.sql("""
				insert into stale_product (product_id) values (:id)
				on conflict (product_id) do update set product_id = excluded.product_id
				""").param("id", product).update();
		this.sql.sql("insert into shop (id, name, status, cluster, version) values (:id, 'A shop', 'ACTIVE', '', 1)")
			.param("id", shop)
			.update();
		this.sql
			.sql("""
					insert into offer (id, product_id, shop_id, price, stock, deleted, created_at, updated_at, cluster, version)
					values (:shop, :product, :shop, 100, 1, false, now(), now(), '', 1)""")
			.param("shop", shop)
			.param("product", product)
			.update();
		return this.sql.sql("delete from stale_product where product_id = :id").param("id", product).update();
	}

	private UUID card() {
		UUID category = UUID.randomUUID();
		Feeds.categories(Feeds.category(category));
		return UUID.fromString(
				this.callers
					.post(Callers.admin(), "{\"name\": \"Kettle\", \"categoryId\": \"%s\"}".formatted(category),
							"/api/products")
					.at("/id"));
	}

	private long wrongPrices() {
		return this.audit.look()
			.stream()
			.filter((finding) -> finding.rule().equals(PRICES))
			.mapToLong(OwnAudit.Finding::violations)
			.sum();
	}

}
