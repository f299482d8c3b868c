package kz.duken.customer.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.customer.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Customers' wallets, to be opened and looked into. */
@Repository
public class Wallets {

	private static final String ENTRIES = """
			select e.id, e.number, t.at, t.kind, e.amount, e.balance_after, t.order_id
			from ledger_entry e join ledger_transfer t on t.id = e.transfer_id
			where e.account_kind = 'WALLET' and e.account_owner_id = :customer\s""";

	private final Ledger ledger;

	private final JdbcClient database;

	Wallets(Ledger ledger, JdbcClient database) {
		this.ledger = ledger;
		this.database = database;
	}

	/**
	 * Opens the customer's empty wallet, within the transaction that makes the customer.
	 */
	public void open(UUID customerId) {
		this.ledger.open(Account.wallet(customerId));
	}

	Money balance(UUID customerId) {
		return this.database.sql("select balance from ledger_account where kind = 'WALLET' and owner_id = :customer")
			.param("customer", customerId)
			.query((row, number) -> new Money(row.getBigDecimal("balance")))
			.optional()
			.orElseThrow(Subject::notFound);
	}

	/** Those before the given number, newest first. */
	List<LedgerEntry> entries(UUID customerId, long before, int limit) {
		return this.database.sql(ENTRIES + "and e.number < :before order by e.number desc limit :limit")
			.param("customer", customerId)
			.param("before", before)
			.param("limit", limit)
			.query((row, number) -> entry(row))
			.list();
	}

	LedgerEntry entry(UUID customerId, UUID transferId) {
		return this.database.sql(ENTRIES + "and e.transfer_id = :transfer")
			.param("customer", customerId)
			.param("transfer", transferId)
			.query((row, number) -> entry(row))
			.single();
	}

	private static LedgerEntry entry(ResultSet row) throws SQLException {
		@Nullable UUID orderId = row.getObject("order_id", UUID.class);
		return new LedgerEntry(row.getObject("id", UUID.class), row.getLong("number"),
				row.getObject("at", OffsetDateTime.class).toInstant(), Transfer.Kind.valueOf(row.getString("kind")),
				new Money(row.getBigDecimal("amount")), new Money(row.getBigDecimal("balance_after")), orderId);
	}

}
