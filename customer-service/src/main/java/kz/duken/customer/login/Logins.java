package kz.duken.customer.login;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

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

	private final IssuedTokenRepository tokens;

	private final AccessTokens accessTokens;

	private final LoginProperties properties;

	private final TransactionTemplate transaction;

	Logins(Customers customers, Passwords passwords, LoginThrottle throttle, LoginRepository logins,
			IssuedTokenRepository tokens, AccessTokens accessTokens, LoginProperties properties,
			TransactionTemplate transaction) {
		this.customers = customers;
		this.passwords = passwords;
		this.throttle = throttle;
		this.logins = logins;
		this.tokens = tokens;
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
		return answer(this.transaction.execute((status) -> {
			if (!this.customers.stillLetIn(customer.get())) {
				throw new BadCredentials();
			}
			Instant now = this.logins.now();
			Login login = this.logins.save(new Login(customer.get().id(), now.plus(this.properties.refreshToken())));
			return grant(customer.get(), login, null, now);
		}));
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
		Login login = this.logins.lockByToken(token.hash()).orElse(null);
		if (login == null || login.hasEnded()) {
			return Optional.empty();
		}
		Instant now = this.logins.now();
		Credentials customer = this.customers.credentials(login.customerId()).orElseThrow();
		if (!customer.active()) {
			login.end(now);
			return Optional.empty();
		}
		IssuedToken issued = this.tokens.findByHash(token.hash()).orElse(null);
		if (issued == null || !issued.lastsAt(now)) {
			return Optional.empty();
		}
		if (!issued.spend(now) && !mayComeAgain(issued, now)) {
			login.end(now);
			return Optional.empty();
		}
		return Optional.of(grant(customer, login, token, now));
	}

	private boolean mayComeAgain(IssuedToken spent, Instant now) {
		return spent.wasSpentWithin(this.properties.reuseGrace(), now)
				&& !this.tokens.existsByPredecessorAndSpentAtIsNotNull(spent.getId());
	}

	/** Ends the login that the token belongs to, if any. Repeating is safe. */
	void logout(RefreshToken token) {
		this.transaction.executeWithoutResult(
				(status) -> this.logins.lockByToken(token.hash()).ifPresent((login) -> login.end(this.logins.now())));
	}

	private Grant grant(Credentials customer, Login login, @Nullable RefreshToken predecessor, Instant now) {
		RefreshToken token = RefreshToken.random();
		this.tokens.save(new IssuedToken(token, login, predecessor, now.plus(this.properties.refreshToken())));
		return new Grant(customer, login.getId(), token);
	}

	private LoginResponse answer(Grant grant) {
		return new LoginResponse(this.accessTokens.issue(grant.customer(), grant.loginId()), "Bearer",
				this.accessTokens.lifetime().toSeconds(), grant.refreshToken().text(), grant.customer().id());
	}

	private record Grant(Credentials customer, UUID loginId, RefreshToken refreshToken) {
	}

}
