package kz.duken.customer.account;

import kz.duken.commons.idempotency.IdempotencyKey;
import kz.duken.commons.money.Money;
import kz.duken.customer.wallet.TopUps;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Opens the accounts of the demo store, whose passwords everybody knows, before the first
 * request is taken.
 */
@Component
@Profile("demo")
class DemoAccounts implements SmartInitializingSingleton {

	private static final Money DEMO_MONEY = Money.of(2_000_000);

	private static final IdempotencyKey ONCE = new IdempotencyKey("demo-money");

	private final StoreAccounts accounts;

	private final TopUps topUps;

	DemoAccounts(StoreAccounts accounts, TopUps topUps) {
		this.accounts = accounts;
		this.topUps = topUps;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Customer admin = this.accounts.open("admin", "demo-admin-1", "Demo administrator", StoreAccounts.ADMINISTRATOR);
		Customer customer = this.accounts.open("customer", "demo-customer-1", "Demo customer", StoreAccounts.CUSTOMER);
		this.accounts.open("seller", "demo-seller-1", "Demo seller", StoreAccounts.CUSTOMER);
		this.topUps.topUp(admin.getId(), ONCE, customer.getId(), DEMO_MONEY);
	}

}
