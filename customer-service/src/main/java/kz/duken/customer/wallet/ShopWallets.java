package kz.duken.customer.wallet;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Shops' accounts, to be looked into; one that never got anything holds nothing. */
@Service
class ShopWallets {

	private final LedgerAccountRepository accounts;

	private final LedgerEntryRepository entries;

	ShopWallets(LedgerAccountRepository accounts, LedgerEntryRepository entries) {
		this.accounts = accounts;
		this.entries = entries;
	}

	Money balance(UUID shopId) {
		return this.accounts.findById(Account.shop(shopId)).map(LedgerAccount::balance).orElse(Money.ZERO);
	}

	/** Those before the given number, newest first. */
	List<LedgerEntry> entries(UUID shopId, long before, int limit) {
		return this.entries.findBefore(Account.shop(shopId), before, Limit.of(limit));
	}

	LedgerEntry entry(UUID shopId, UUID transferId) {
		return this.entries.get(Account.shop(shopId), transferId);
	}

}
