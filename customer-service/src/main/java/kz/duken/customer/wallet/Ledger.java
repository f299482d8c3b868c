package kz.duken.customer.wallet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.money.Money;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where money moves. Balances change by guarded statements only, together
 * with the entries that say why; the database refuses at commit what does not add up.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Ledger {

	private final LedgerAccountRepository accounts;

	private final TransferRepository transfers;

	private final LedgerEntryRepository entries;

	Ledger(LedgerAccountRepository accounts, TransferRepository transfers, LedgerEntryRepository entries) {
		this.accounts = accounts;
		this.transfers = transfers;
		this.entries = entries;
	}

	/** Opens an account with a balance of zero, unless it is open. */
	void open(Account account) {
		this.accounts.open(account.kind().name(), account.ownerId());
	}

	/** The balance, which stays what it is until the transaction ends. */
	Optional<Money> lock(Account account) {
		return this.accounts.lockById(account).map(LedgerAccount::balance);
	}

	/**
	 * Moves the money.
	 * @return whether it was moved: when an account would fall below zero, nothing is
	 */
	boolean post(Transfer transfer) {
		Map<Posting, LedgerAccountRepository.Moved> moved = new HashMap<>();
		for (Posting posting : transfer.postings()) {
			if (!posting.account().hasBalance()) {
				continue;
			}
			Optional<LedgerAccountRepository.Moved> account = move(posting);
			if (account.isPresent()) {
				moved.put(posting, account.get());
			}
			else if (moved.isEmpty() && posting.amount().isNegative()) {
				return false;
			}
			else {
				throw new IllegalStateException("%s of %s cannot be posted".formatted(posting, transfer.getId()));
			}
		}
		// after the balances have moved, so that the time of an account's entries grows
		// with their number
		this.transfers.save(transfer);
		transfer.postings()
			.forEach((posting) -> this.entries.save(new LedgerEntry(transfer, posting, moved.get(posting))));
		// what comes next may name the transfer
		this.entries.flush();
		return true;
	}

	private Optional<LedgerAccountRepository.Moved> move(Posting posting) {
		Account account = posting.account();
		if (account.kind() == Account.Kind.ESCROW) {
			open(account);
		}
		return this.accounts.move(account.kind().name(), account.ownerId(), posting.amount().amount());
	}

}
