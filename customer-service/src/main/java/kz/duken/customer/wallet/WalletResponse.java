package kz.duken.customer.wallet;

import kz.duken.commons.money.Money;

record WalletResponse(Money balance, String currency) {

	static WalletResponse of(Money balance) {
		return new WalletResponse(balance, "KZT");
	}

}
