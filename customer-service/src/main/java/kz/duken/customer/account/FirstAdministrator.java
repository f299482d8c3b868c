package kz.duken.customer.account;

import kz.duken.customer.password.PasswordRules;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Opens the first administrator's account before the first request is taken, when a
 * password for it was given. An account that is there keeps its password.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements SmartInitializingSingleton {

	private final StoreAccounts accounts;

	private final String password;

	FirstAdministrator(StoreAccounts accounts, FirstAdministratorProperties properties) {
		this.accounts = accounts;
		this.password = properties.password();
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.password.isEmpty()) {
			return;
		}
		PasswordRules.objection(this.password, Customers.ADMINISTRATOR).ifPresent((objection) -> {
			throw new IllegalStateException("The first administrator's password (DUKEN_ADMIN_PASSWORD) " + objection);
		});
		this.accounts.open(Customers.ADMINISTRATOR, this.password, "Administrator", StoreAccounts.ADMINISTRATOR);
	}

}
