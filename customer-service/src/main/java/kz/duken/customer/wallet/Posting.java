package kz.duken.customer.wallet;

import kz.duken.commons.money.Money;

/**
 * One side of a transfer.
 *
 * @param amount what the account gets, or, below zero, gives; never zero
 */
record Posting(Account account, Money amount) {

	Posting {
		if (amount.isZero()) {
			throw new IllegalArgumentException("nothing is posted to " + account);
		}
	}

}
