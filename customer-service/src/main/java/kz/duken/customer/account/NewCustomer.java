package kz.duken.customer.account;

import java.util.Locale;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import kz.duken.customer.password.PasswordRules;
import org.jspecify.annotations.Nullable;

/** What somebody brings who wants an account. Names are lowered, blanks are nothing. */
record NewCustomer(
		@NotNull @Pattern(regexp = "[a-z0-9._-]{3,32}",
				message = "must have 3 to 32 of the letters a-z, digits, '.', '_' and '-'") String username,
		@NotNull @Size(max = PasswordRules.LONGEST_INPUT) String password,
		@Nullable @Size(max = 100) @Pattern(regexp = Details.TEXT, message = Details.TEXT_MESSAGE) String fullName,
		@Nullable @Size(max = 254) @Email @Pattern(regexp = Details.TEXT,
				message = Details.TEXT_MESSAGE) String email) {

	NewCustomer {
		username = lowered(username);
		fullName = Details.cleaned(fullName);
		email = Details.cleaned(email);
	}

	/**
	 * Letters of ASCII alone: others that lower to one of them are left to be refused.
	 */
	private static String lowered(String username) {
		return (username != null && username.chars().allMatch((c) -> c < 128)) ? username.toLowerCase(Locale.ROOT)
				: username;
	}

	@Override
	public String toString() {
		return "NewCustomer " + this.username;
	}

}
