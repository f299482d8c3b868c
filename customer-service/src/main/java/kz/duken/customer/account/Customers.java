package kz.duken.customer.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.problem.ValidationFailed;
import kz.duken.customer.Subject;
import kz.duken.customer.password.PasswordRules;
import kz.duken.customer.password.Passwords;
import kz.duken.customer.wallet.Wallets;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts of customers. */
@Service
public class Customers {

	/** Waits for whoever runs the store; nobody else may have it. */
	static final String ADMINISTRATOR = "admin";

	private static final String USERNAME_UNIQUE = "customer_username_unique";

	private final CustomerRepository customers;

	private final Passwords passwords;

	private final Wallets wallets;

	private final TransactionTemplate transaction;

	Customers(CustomerRepository customers, Passwords passwords, Wallets wallets, TransactionTemplate transaction) {
		this.customers = customers;
		this.passwords = passwords;
		this.wallets = wallets;
		this.transaction = transaction;
	}

	/** What a login under this name is checked against; empty when nobody has it. */
	public Optional<Credentials> credentials(String username) {
		return this.customers.findByUsername(username).map(Customer::credentials);
	}

	/** The account of a login, as it is now. */
	public Optional<Credentials> credentials(UUID id) {
		return this.customers.findById(id).map(Customer::credentials);
	}

	/**
	 * Whether these credentials still let in; if so, that remains until the transaction
	 * ends.
	 */
	public boolean stillLetIn(Credentials seen) {
		return this.customers.holdById(seen.id())
			.map(Customer::credentials)
			.filter((now) -> now.active() && now.passwordHash().equals(seen.passwordHash()))
			.isPresent();
	}

	/** Lets nobody else change the customer, or what is kept under his lock. */
	public void lock(UUID id) {
		Customer _ = this.customers.lockById(id).orElseThrow(Subject::notFound);
	}

	/**
	 * Insists that there is such a customer.
	 * @throws kz.duken.commons.problem.NotFound when there is not
	 */
	public void mustExist(UUID id) {
		get(id);
	}

	/** A customer as clients see him. */
	public CustomerResponse response(UUID id) {
		return CustomerResponse.of(get(id));
	}

	/**
	 * The hash of a password that is to be the next one.
	 * @throws ValidationFailed when it is none that can be
	 */
	public String hashOfNext(UUID id, String password) {
		PasswordRules.objection(password, get(id).username()).ifPresent((objection) -> {
			throw new ValidationFailed("/newPassword", objection);
		});
		return this.passwords.hash(password);
	}

	/**
	 * Changes the password, in the caller's transaction.
	 * @return {@code false} when it has changed since it was seen, or the account is
	 * disabled
	 */
	public boolean replacePassword(Credentials seen, String nextHash) {
		return this.customers.lockById(seen.id())
			.orElseThrow(Subject::notFound)
			.replacePassword(seen.passwordHash(), nextHash);
	}

	/**
	 * Lets an account in, or not any more, in the caller's transaction.
	 * @throws LastAdministrator when nobody would be left to run the store
	 */
	public void become(UUID id, CustomerStatus next) {
		this.customers.lockAdministrators();
		Customer customer = this.customers.lockById(id).orElseThrow(Subject::notFound);
		if (next == CustomerStatus.DISABLED && customer.isAdministrator()
				&& !this.customers.isAnotherAdministrator(id)) {
			throw new LastAdministrator();
		}
		customer.become(next);
	}

	/**
	 * Opens an account, with a wallet.
	 * @throws UsernameTaken also for the administrator's name
	 */
	Customer register(NewCustomer customer) {
		if (customer.username().equals(ADMINISTRATOR)) {
			throw new UsernameTaken();
		}
		return register(customer, List.of(Role.CUSTOMER));
	}

	/** Hashing takes its time, so it is done before the transaction. */
	Customer register(NewCustomer customer, List<Role> roles) {
		PasswordRules.objection(customer.password(), customer.username()).ifPresent((objection) -> {
			throw new ValidationFailed("/password", objection);
		});
		if (this.customers.existsByUsername(customer.username())) {
			throw new UsernameTaken();
		}
		Customer registered = new Customer(customer, this.passwords.hash(customer.password()), roles);
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.customers.save(registered);
				this.wallets.open(registered.getId());
			});
		}
		catch (DataIntegrityViolationException ex) {
			if (String.valueOf(ex.getMessage()).contains(USERNAME_UNIQUE)) {
				throw new UsernameTaken();
			}
			throw ex;
		}
		return registered;
	}

	Customer get(UUID id) {
		return this.customers.findById(id).orElseThrow(Subject::notFound);
	}

	Optional<Customer> find(String username) {
		return this.customers.findByUsername(username);
	}

	List<Customer> list(String prefix, String after, int limit) {
		return this.customers.findByUsernameStartingWithAndUsernameGreaterThanOrderByUsername(prefix, after,
				Limit.of(limit));
	}

	@Transactional
	Customer patch(UUID id, CustomerPatch patch) {
		Customer customer = this.customers.lockById(id).orElseThrow(Subject::notFound);
		customer.change(patch);
		return customer;
	}

}
