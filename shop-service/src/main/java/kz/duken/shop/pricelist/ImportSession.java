package kz.duken.shop.pricelist;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

import javax.sql.DataSource;

import kz.duken.shop.offer.OfferSheet;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One connection that holds a shop's import lock, across transactions, and does all its
 * work: whoever loses the lock with the connection cannot go on without it.
 */
final class ImportSession implements AutoCloseable {

	/** A long list is the same one for as long as it goes on. */
	private static final String IS_SAME = """
			(last.digest = :digest and greatest(last.first_sent_at, case when last.report is not null then last.last_sent_at end)
			  > :sent - make_interval(secs => :sameFor))""";

	private static final String SENT = """
			insert into price_list as last (shop_id, digest, forced, first_sent_at, last_sent_at)
			values (:shop, :digest, :forced, :sent, :sent)
			on conflict (shop_id) do update set digest = excluded.digest, forced = excluded.forced,
			  first_sent_at = case when %1$s then least(last.first_sent_at, excluded.first_sent_at)
			    else excluded.first_sent_at end,
			  last_sent_at = excluded.last_sent_at,
			  report = case when %1$s and last.forced = :forced then last.report end
			returning first_sent_at, cast(report as text) as report""".formatted(IS_SAME);

	private static final String SENT_BEFORE = """
			select coalesce(min(first_sent_at), :sent) as first_sent_at, null as report
			from price_list as last where shop_id = :shop and %s""".formatted(IS_SAME);

	private static final String KEY = "hashtextextended('shop.import ' || cast(? as text), 0)";

	private final DataSource pool;

	private final Connection connection;

	private final UUID shopId;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private ImportSession(DataSource pool, SQLExceptionTranslator translator, UUID shopId) {
		this.pool = pool;
		this.shopId = shopId;
		this.connection = DataSourceUtils.getConnection(pool);
		var single = new SingleConnectionDataSource(this.connection, true);
		var template = new JdbcTemplate(single);
		template.setExceptionTranslator(translator);
		this.jdbc = JdbcClient.create(template);
		var transactions = new JdbcTransactionManager(single);
		transactions.setExceptionTranslator(translator);
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Takes the lock, to be given back by {@link #close()}.
	 * @throws ImportInProgress when another instance has it
	 */
	static ImportSession open(DataSource pool, SQLExceptionTranslator translator, UUID shopId) {
		var session = new ImportSession(pool, translator, shopId);
		boolean locked = false;
		try {
			locked = session.jdbc.sql("select pg_try_advisory_lock(" + KEY + ")")
				.param(shopId.toString())
				.query(Boolean.class)
				.single();
		}
		finally {
			if (!locked) {
				DataSourceUtils.releaseConnection(session.connection, pool);
			}
		}
		if (!locked) {
			throw new ImportInProgress();
		}
		return session;
	}

	/**
	 * Looks whether a list has come before: byte for byte the same, with no other of the
	 * shop in between and not long ago, it is the same one that comes again, to go on or
	 * because its answer was lost. A dry run is no sending, and begins at the beginning.
	 * @param sent when this request began, by the database's clock
	 */
	Sending sending(byte[] digest, OffsetDateTime sent, ImportOrder order, Duration sameFor) {
		JdbcClient.StatementSpec statement = order.dryRun() ? this.jdbc.sql(SENT_BEFORE)
				: this.jdbc.sql(SENT).param("forced", order.force());
		return statement.param("shop", this.shopId)
			.param("digest", digest)
			.param("sent", sent)
			.param("sameFor", sameFor.toSeconds())
			.query((row, number) -> new Sending(row.getObject("first_sent_at", OffsetDateTime.class),
					row.getString("report")))
			.single();
	}

	/**
	 * Remembers how far the list has come.
	 * @param report of the lines that are done
	 * @param claims what they have claimed
	 */
	void remember(String report, Claims claims) {
		this.transaction.executeWithoutResult((status) -> {
			forget();
			claims.save((products) -> this.jdbc
				.sql("insert into price_list_claims (shop_id, products) values (:shop, :products)")
				.param("shop", this.shopId)
				.param("products", products)
				.update());
			this.jdbc.sql("update price_list set report = cast(:report as jsonb) where shop_id = :shop")
				.param("report", report)
				.param("shop", this.shopId)
				.update();
		});
	}

	/** Claims again what the lines have claimed that are done. */
	void recall(Claims claims) {
		this.transaction.executeWithoutResult(
				(status) -> this.jdbc.sql("select products from price_list_claims where shop_id = :shop")
					.withFetchSize(1)
					.param("shop", this.shopId)
					.query((row) -> {
						claims.restore(row.getBytes("products"));
					}));
	}

	/** The list has come through. */
	void end() {
		this.transaction.executeWithoutResult((status) -> {
			forget();
			this.jdbc.sql("update price_list set report = null where shop_id = :shop")
				.param("shop", this.shopId)
				.update();
		});
	}

	private void forget() {
		this.jdbc.sql("delete from price_list_claims where shop_id = :shop").param("shop", this.shopId).update();
	}

	/** The shop's offers as a list finds them. */
	OfferSheet sheet(Sending list) {
		return new OfferSheet(this.jdbc, this.shopId, list.first());
	}

	TransactionTemplate transaction() {
		return this.transaction;
	}

	/** A connection that cannot be unlocked ends, and the lock with it. */
	@Override
	public void close() {
		try {
			this.jdbc.sql("select pg_advisory_unlock(" + KEY + ")")
				.param(this.shopId.toString())
				.query(Boolean.class)
				.single();
		}
		catch (DataAccessException ex) {
			abort();
		}
		finally {
			DataSourceUtils.releaseConnection(this.connection, this.pool);
		}
	}

	private void abort() {
		try {
			this.connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			// it has ended already
		}
	}

}
