package kz.duken.customer.login;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.duken.customer.password.PasswordRules;

/** A new password, and the present one to prove who asks. */
record PasswordRequest(@NotNull @Size(max = PasswordRules.LONGEST_INPUT) String currentPassword,
		@NotNull @Size(max = PasswordRules.LONGEST_INPUT) String newPassword) {

	@Override
	public String toString() {
		return "PasswordRequest";
	}

}
