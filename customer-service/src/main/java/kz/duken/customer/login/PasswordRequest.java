package kz.duken.customer.login;

import jakarta.validation.constraints.NotNull;

/** A new password, and the present one to prove who asks. */
record PasswordRequest(@NotNull String currentPassword, @NotNull String newPassword) {

	@Override
	public String toString() {
		return "PasswordRequest";
	}

}
