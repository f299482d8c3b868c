package kz.duken.customer.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.Ids;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where money moves. Balances change by guarded statements only, together
 * with the entries that say why; the database refuses at commit what does not add up.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Ledger {

	private final JdbcClient database;

	Ledger(JdbcClient database) {
		this.database = database;
	}

	/** Opens an account with a balance of zero, unless it is open. */
	void open(Account account) {
		this.database.sql("""
				insert into ledger_account (kind, owner_id, balance, entries) values (:kind, :owner, 0, 0)
				on conflict (kind, owner_id) do nothing""")
			.param("kind", account.kind().name())
			.param("owner", account.ownerId())
			.update();
	}

	/** Lets one transaction at a time do things to the money of an order. */
	void lockOrder(UUID orderId) {
		this.database.sql("select pg_advisory_xact_lock(hashtextextended(:order, 0))")
			.param("order", orderId.toString())
			.query((row, number) -> orderId)
			.single();
	}

	/** The balance, which stays what it is until the transaction ends. */
	Optional<Money> lock(Account account) {
		return this.database
			.sql("select balance from ledger_account where kind = :kind and owner_id = :owner for no key update")
			.param("kind", account.kind().name())
			.param("owner", account.ownerId())
			.query((row, number) -> new Money(row.getBigDecimal("balance")))
			.optional();
	}

	/**
	 * Moves the money.
	 * @return whether it was moved: when an account would fall below zero, nothing is
	 */
	boolean post(Transfer transfer) {
		Map<Posting, Balance> balances = new LinkedHashMap<>();
		for (Posting posting : transfer.postings()) {
			if (!posting.account().hasBalance()) {
				continue;
			}
			Optional<Balance> balance = move(posting);
			if (balance.isPresent()) {
				balances.put(posting, balance.get());
			}
			else if (balances.isEmpty() && posting.amount().isNegative()) {
				return false;
			}
			else {
				throw new IllegalStateException("%s of %s cannot be posted".formatted(posting, transfer.id()));
			}
		}
		// after the balances have moved, so that the time of an account's entries grows
		// with their number
		write(transfer);
		transfer.postings().forEach((posting) -> write(transfer, posting, balances.get(posting)));
		return true;
	}

	private Optional<Balance> move(Posting posting) {
		if (posting.account().kind() == Account.Kind.ESCROW) {
			open(posting.account());
		}
		return this.database.sql("""
				update ledger_account set balance = balance + :amount, entries = entries + 1
				where kind = :kind and owner_id = :owner and balance >= -:amount
				returning balance, entries""")
			.param("amount", posting.amount().amount())
			.param("kind", posting.account().kind().name())
			.param("owner", posting.account().ownerId())
			.query((row, number) -> balance(row))
			.optional();
	}

	private void write(Transfer transfer) {
		this.database.sql("""
				insert into ledger_transfer (id, kind, order_id, shop_id) values (:id, :kind, :order, :shop)""")
			.param("id", transfer.id())
			.param("kind", transfer.kind().name())
			.param("order", transfer.orderId())
			.param("shop", transfer.shopId())
			.update();
	}

	private void write(Transfer transfer, Posting posting, @Nullable Balance balance) {
		this.database.sql("""
				insert into ledger_entry
				  (id, transfer_id, account_kind, account_owner_id, amount, number, balance_after)
				values (:id, :transfer, :kind, :owner, :amount, :number, :balance)""")
			.param("id", Ids.next())
			.param("transfer", transfer.id())
			.param("kind", posting.account().kind().name())
			.param("owner", posting.account().ownerId())
			.param("amount", posting.amount().amount())
			.param("number", (balance != null) ? balance.entries() : null)
			.param("balance", (balance != null) ? balance.balance().amount() : null)
			.update();
	}

	private static Balance balance(ResultSet row) throws SQLException {
		return new Balance(new Money(row.getBigDecimal("balance")), row.getLong("entries"));
	}

	private record Balance(Money balance, long entries) {
	}

}
