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

	private static final String SENT = """
			insert into price_list as last (shop_id, digest) values (:shop, :digest)
			on conflict (shop_id) do update set digest = excluded.digest, first_sent_at = case
			  when last.digest = excluded.digest and last.first_sent_at > clock_timestamp() - make_interval(secs => :sameFor)
			  then last.first_sent_at else excluded.first_sent_at end
			returning first_sent_at""";

	private static final String SENT_BEFORE = """
			select coalesce((
			  select first_sent_at from price_list where shop_id = :shop and digest = :digest
			    and first_sent_at > clock_timestamp() - make_interval(secs => :sameFor)), clock_timestamp())""";

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
	 * The shop's offers as a price list finds them. The list speaks of the moment when it
	 * was first sent: byte for byte the same, with no other in between and not long ago,
	 * it is the same one that comes again, to go on or because its answer was lost.
	 * @param remember whether this is a sending
	 */
	OfferSheet sheet(byte[] digest, Duration sameFor, boolean remember) {
		OffsetDateTime firstSent = this.jdbc.sql(remember ? SENT : SENT_BEFORE)
			.param("shop", this.shopId)
			.param("digest", digest)
			.param("sameFor", sameFor.toSeconds())
			.query(OffsetDateTime.class)
			.single();
		return new OfferSheet(this.jdbc, this.shopId, firstSent);
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
