package kz.duken.customer.wallet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LedgerAccountRepository extends Repository<LedgerAccount, Account> {

	Optional<LedgerAccount> findById(Account account);

	/** With its row locked: the balance stays what it is until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from LedgerAccount a where a.account = :account")
	Optional<LedgerAccount> lockById(Account account);

	/** Opens an account with a balance of zero, unless it is open. */
	@Modifying
	@NativeQuery("""
			insert into ledger_account (kind, owner_id, balance, entries) values (:kind, :ownerId, 0, 0)
			on conflict (kind, owner_id) do nothing""")
	void open(String kind, UUID ownerId);

	/**
	 * Counts one more entry of the amount; empty when there is no such account, or it
	 * would fall below zero. The answer is no entity, since one that was read before
	 * would tell the old balance.
	 */
	@NativeQuery("""
			update ledger_account set balance = balance + :amount, entries = entries + 1
			where kind = :kind and owner_id = :ownerId and balance >= -:amount
			returning balance, entries""")
	Optional<Moved> move(String kind, UUID ownerId, BigDecimal amount);

	/** What an account has become. */
	interface Moved {

		BigDecimal getBalance();

		long getEntries();

	}

}
