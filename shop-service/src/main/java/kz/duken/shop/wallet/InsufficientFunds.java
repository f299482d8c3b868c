package kz.duken.shop.wallet;

import kz.duken.commons.money.Money;

/** The account holds less than is asked for. */
class InsufficientFunds extends RuntimeException {

	private final transient Money balance;

	InsufficientFunds(Money balance) {
		this.balance = balance;
	}

	Money balance() {
		return this.balance;
	}

}
