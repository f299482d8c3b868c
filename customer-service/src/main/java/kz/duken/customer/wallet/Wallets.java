package kz.duken.customer.wallet;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.customer.Subject;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Customers' wallets, to be opened and looked into. */
@Service
public class Wallets {

	private final Ledger ledger;

	private final LedgerAccountRepository accounts;

	private final LedgerEntryRepository entries;

	Wallets(Ledger ledger, LedgerAccountRepository accounts, LedgerEntryRepository entries) {
		this.ledger = ledger;
		this.accounts = accounts;
		this.entries = entries;
	}

	/**
	 * Opens the customer's empty wallet, within the transaction that makes the customer.
	 */
	public void open(UUID customerId) {
		this.ledger.open(Account.wallet(customerId));
	}

	Money balance(UUID customerId) {
		return this.accounts.findById(Account.wallet(customerId))
			.map(LedgerAccount::balance)
			.orElseThrow(Subject::notFound);
	}

	/** Those before the given number, newest first. */
	List<LedgerEntry> entries(UUID customerId, long before, int limit) {
		return this.entries.findBefore(Account.wallet(customerId), before, Limit.of(limit));
	}

	LedgerEntry entry(UUID customerId, UUID transferId) {
		return this.entries.get(Account.wallet(customerId), transferId);
	}

}
