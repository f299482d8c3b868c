package kz.duken.customer.wallet;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import kz.duken.commons.money.Money;

/** An account that has a balance, which only the {@link Ledger} changes. */
@Entity
class LedgerAccount {

	@EmbeddedId
	@SuppressWarnings("UnusedVariable") // queries name it
	private Account account;

	@Column(insertable = false, updatable = false)
	private Money balance;

	@SuppressWarnings("NullAway.Init")
	protected LedgerAccount() {
	}

	Money balance() {
		return this.balance;
	}

}
