package kz.duken.customer.account;

import java.util.List;

import org.springframework.stereotype.Component;

/** Accounts that the store itself opens when it starts. */
@Component
class StoreAccounts {

	static final List<Role> CUSTOMER = List.of(Role.CUSTOMER);

	static final List<Role> ADMINISTRATOR = List.of(Role.CUSTOMER, Role.ADMIN);

	private final Customers customers;

	StoreAccounts(Customers customers) {
		this.customers = customers;
	}

	/**
	 * The account of this name, opened unless it is there: once, by one of several
	 * instances.
	 */
	Customer open(String username, String password, String fullName, List<Role> roles) {
		return this.customers.find(username).orElseGet(() -> {
			try {
				return this.customers.register(new NewCustomer(username, password, fullName, null), roles);
			}
			catch (UsernameTaken ex) {
				return this.customers.find(username).orElseThrow();
			}
		});
	}

}
