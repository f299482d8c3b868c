package kz.duken.customer.login;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the tables of logins as small as what is in use. */
@Component
class LoginCleanup {

	private static final int AT_ONCE = 1000;

	private final LoginRepository logins;

	private final IssuedTokenRepository tokens;

	LoginCleanup(LoginRepository logins, IssuedTokenRepository tokens) {
		this.logins = logins;
		this.tokens = tokens;
	}

	@Scheduled(initialDelayString = "10m", fixedDelayString = "1h")
	@SuppressWarnings("StatementWithEmptyBody")
	void removeWhatHasExpired() {
		while (this.tokens.removeExpired(AT_ONCE) == AT_ONCE) {
			// in bites, each a short transaction
		}
		while (this.logins.removeExpired(AT_ONCE) == AT_ONCE) {
			// likewise
		}
	}

}
