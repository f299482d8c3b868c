package kz.duken.customer.account;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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

	/** Whoever has it made the top-up of the demo store, and so it was one. */
	static final IdempotencyKey ONCE = new IdempotencyKey("demo-money");

	/** Passwords that everybody knows, by usernames. */
	static final Map<String, String> PASSWORDS = Map.of("admin", "demo-admin-1", "customer", "demo-customer-1",
			"seller", "demo-seller-1");

	private static final Money DEMO_MONEY = Money.of(2_000_000);

	private final StoreAccounts accounts;

	private final TopUps topUps;

	DemoAccounts(StoreAccounts accounts, TopUps topUps) {
		this.accounts = accounts;
		this.topUps = topUps;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Customer admin = open("admin", "Demo administrator", StoreAccounts.ADMINISTRATOR);
		Customer customer = open("customer", "Demo customer", StoreAccounts.CUSTOMER);
		open("seller", "Demo seller", StoreAccounts.CUSTOMER);
		this.topUps.topUp(admin.getId(), ONCE, customer.getId(), DEMO_MONEY);
	}

	private Customer open(String username, String fullName, List<Role> roles) {
		return this.accounts.open(username, Objects.requireNonNull(PASSWORDS.get(username)), fullName, roles);
	}

}
