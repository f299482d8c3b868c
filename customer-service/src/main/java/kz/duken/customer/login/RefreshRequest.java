package kz.duken.customer.login;

import jakarta.validation.constraints.NotNull;

record RefreshRequest(@NotNull String refreshToken) {

	RefreshToken token() {
		return new RefreshToken(this.refreshToken);
	}

	@Override
	public String toString() {
		return "RefreshRequest";
	}

}
