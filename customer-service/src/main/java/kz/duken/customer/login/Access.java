package kz.duken.customer.login;

import java.util.UUID;

import kz.duken.commons.problem.ValidationFailed;
import kz.duken.customer.Subject;
import kz.duken.customer.account.Credentials;
import kz.duken.customer.account.CustomerStatus;
import kz.duken.customer.account.Customers;
import kz.duken.customer.password.Passwords;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may get in: a new password, or a disabled account, ends the logins there are. An
 * access token that is out already ends by itself, within minutes.
 */
@Service
class Access {

	private final Customers customers;

	private final Passwords passwords;

	private final LoginThrottle throttle;

	private final LoginRepository logins;

	private final TransactionTemplate transaction;

	Access(Customers customers, Passwords passwords, LoginThrottle throttle, LoginRepository logins,
			TransactionTemplate transaction) {
		this.customers = customers;
		this.passwords = passwords;
		this.throttle = throttle;
		this.logins = logins;
		this.transaction = transaction;
	}

	/**
	 * Changes the password and ends all logins but the one that asks.
	 * @param address where the request comes from: guesses are slowed down as those of a
	 * login are
	 * @throws ValidationFailed when the present password is another, or the new one is
	 * none that can be
	 * @throws TooManyFailures when the present one was guessed too often
	 */
	void change(UUID customerId, @Nullable UUID loginId, PasswordRequest request, String address) {
		this.throttle.admit(customerId.toString(), address);
		Credentials customer = this.customers.credentials(customerId).orElseThrow(Subject::notFound);
		if (!this.passwords.matches(request.currentPassword(), java.util.Optional.of(customer.passwordHash()))) {
			this.throttle.failed(customerId.toString(), address);
			throw wrong();
		}
		String next = this.customers.hashOfNext(customerId, request.newPassword());
		this.transaction.executeWithoutResult((status) -> {
			if (!this.customers.replacePassword(customer, next)) {
				throw wrong();
			}
			this.logins.endAllBut(loginId, customerId, this.logins.now());
		});
	}

	/** Lets an account in, or not any more. Repeating changes nothing. */
	void become(UUID customerId, CustomerStatus next) {
		this.transaction.executeWithoutResult((status) -> {
			this.customers.become(customerId, next);
			if (next == CustomerStatus.DISABLED) {
				this.logins.endAllBut(null, customerId, this.logins.now());
			}
		});
	}

	private static ValidationFailed wrong() {
		return new ValidationFailed("/currentPassword", "is not the present password");
	}

}
