package kz.duken.customer.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.duken.customer.password.Passwords;
import kz.duken.customer.wallet.TopUps;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Keeps a store that was a demo once from being opened to all with passwords that
 * everybody knows. In a store that never was one, anybody may have such a name and such a
 * password.
 */
@Component
@Profile("!demo")
class DemoLeftovers implements SmartInitializingSingleton {

	private final Customers customers;

	private final Passwords passwords;

	private final TopUps topUps;

	DemoLeftovers(Customers customers, Passwords passwords, TopUps topUps) {
		this.customers = customers;
		this.passwords = passwords;
		this.topUps = topUps;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!wasDemo()) {
			return;
		}
		List<String> open = DemoAccounts.PASSWORDS.entrySet()
			.stream()
			.filter(this::letsIn)
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
		if (!open.isEmpty()) {
			throw new IllegalStateException(
					"Accounts still have the passwords of the demo store: " + String.join(", ", open)
							+ ". Start it with the demo profile and change them, or disable the accounts, first.");
		}
	}

	private boolean wasDemo() {
		return this.customers.find(Customers.ADMINISTRATOR)
			.filter((admin) -> this.topUps.isMade(admin.getId(), DemoAccounts.ONCE))
			.isPresent();
	}

	private boolean letsIn(Map.Entry<String, String> account) {
		return this.customers.credentials(account.getKey())
			.filter(Credentials::active)
			.filter((found) -> this.passwords.matches(account.getValue(), Optional.of(found.passwordHash())))
			.isPresent();
	}

}
