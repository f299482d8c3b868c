package kz.duken.customer.login;

import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.Ids;
import kz.duken.customer.account.Credentials;
import kz.duken.customer.account.Customers;
import kz.duken.customer.password.Passwords;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Logging in, staying logged in, logging out.
 * <p>
 * A login is a family of refresh tokens, each spent for the next (RFC 9700, 4.14.2). A
 * spent one that comes again was stolen, or its thief has been faster: the family ends.
 * Except within a short grace while no successor has been used: then the answer was lost,
 * or two tabs asked at once, and it gets one more successor. The row lock on the family
 * puts all that happens to it into one order.
 */
@Service
class Logins {

	private final Customers customers;

	private final Passwords passwords;

	private final LoginThrottle throttle;

	private final LoginRepository logins;

	private final AccessTokens accessTokens;

	private final LoginProperties properties;

	private final TransactionTemplate transaction;

	Logins(Customers customers, Passwords passwords, LoginThrottle throttle, LoginRepository logins,
			AccessTokens accessTokens, LoginProperties properties, TransactionTemplate transaction) {
		this.customers = customers;
		this.passwords = passwords;
		this.throttle = throttle;
		this.logins = logins;
		this.accessTokens = accessTokens;
		this.properties = properties;
		this.transaction = transaction;
	}

	/**
	 * Logs in. Who guesses learns nothing from the answer or its time: an account that is
	 * unknown or disabled is as one with another password.
	 * @throws BadCredentials when they are
	 * @throws TooManyFailures when there were too many of those
	 */
	LoginResponse login(LoginRequest request, String address) {
		this.throttle.admit(request.username(), address);
		Optional<Credentials> customer = request.namesAccount() ? this.customers.credentials(request.username())
				: Optional.empty();
		boolean matches = this.passwords.matches(request.password(), customer.map(Credentials::passwordHash));
		if (!matches || !customer.get().active()) {
			this.throttle.failed(request.username(), address);
			throw new BadCredentials();
		}
		this.throttle.admit(request.username(), address);
		UUID loginId = Ids.next();
		RefreshToken token = this.transaction.execute((status) -> {
			this.logins.start(loginId, customer.get().id(), this.properties.refreshToken());
			return successor(loginId, null);
		});
		return answer(new Grant(customer.get(), loginId, token));
	}

	/**
	 * Spends a refresh token for the next. What the decision changes is kept when the
	 * answer is a refusal, too.
	 * @throws InvalidRefreshToken when it cannot be spent
	 */
	LoginResponse refresh(RefreshToken token) {
		Optional<Grant> grant = this.transaction.execute((status) -> spend(token));
		return answer(grant.orElseThrow(InvalidRefreshToken::new));
	}

	private Optional<Grant> spend(RefreshToken token) {
		LoginRepository.Login login = this.logins.lock(token).orElse(null);
		if (login == null || login.ended()) {
			return Optional.empty();
		}
		Credentials customer = this.customers.credentials(login.customerId()).orElseThrow();
		if (!customer.active()) {
			this.logins.end(login.id());
			return Optional.empty();
		}
		return switch (this.logins.state(token, this.properties.reuseGrace())) {
			case FRESH -> {
				this.logins.spend(token);
				yield Optional.of(new Grant(customer, login.id(), successor(login.id(), token)));
			}
			case SPENT_JUST_NOW -> Optional.of(new Grant(customer, login.id(), successor(login.id(), token)));
			case SPENT -> {
				this.logins.end(login.id());
				yield Optional.empty();
			}
			case EXPIRED -> Optional.empty();
		};
	}

	/** Ends the login that the token belongs to, if any. Repeating is safe. */
	void logout(RefreshToken token) {
		this.logins.end(token);
	}

	private RefreshToken successor(UUID loginId, @Nullable RefreshToken predecessor) {
		RefreshToken successor = RefreshToken.random();
		this.logins.add(successor, loginId, predecessor, this.properties.refreshToken());
		return successor;
	}

	private LoginResponse answer(Grant grant) {
		return new LoginResponse(this.accessTokens.issue(grant.customer(), grant.loginId()), "Bearer",
				this.accessTokens.lifetime().toSeconds(), grant.refreshToken().text(), grant.customer().id());
	}

	private record Grant(Credentials customer, UUID loginId, RefreshToken refreshToken) {
	}

}
