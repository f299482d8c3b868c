package kz.duken.customer.login;

import java.util.Locale;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.duken.customer.password.PasswordRules;

record LoginRequest(@NotNull @Size(max = 128) String username,
		@NotNull @Size(max = PasswordRules.LONGEST_INPUT) String password) {

	LoginRequest {
		username = (username != null) ? username.toLowerCase(Locale.ROOT) : username;
	}

	/** Whether there could be an account of this name. */
	boolean namesAccount() {
		return this.username.matches("[a-z0-9._-]{3,32}");
	}

	@Override
	public String toString() {
		return "LoginRequest";
	}

}
