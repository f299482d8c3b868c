package kz.duken.product;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings cards that were indexed in an older way up to how they are indexed now. Several
 * instances share the work.
 */
@Component
class Reindexing {

	private static final int AT_ONCE = 100;

	private final JdbcClient jdbc;

	private final ProductRows rows;

	private final Products products;

	private final TransactionTemplate transaction;

	Reindexing(JdbcClient jdbc, ProductRows rows, Products products, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.products = products;
		this.transaction = transaction;
	}

	/** Those that nobody else is at. */
	void all() {
		while (Boolean.TRUE.equals(this.transaction.execute((status) -> some()))) {
			// on, in one short transaction after the other
		}
	}

	private boolean some() {
		List<Product> old = this.jdbc
			.sql("select " + ProductRows.COLUMNS + " " + ProductRows.FROM
					+ " where p.indexed < :version and p.deleted_at is null order by p.indexed limit :atOnce"
					+ " for no key update of p skip locked")
			.param("version", SearchEntry.VERSION)
			.param("atOnce", AT_ONCE)
			.query(this.rows)
			.list();
		this.products.index(old);
		return old.size() == AT_ONCE;
	}

}
