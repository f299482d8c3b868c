package kz.duken.customer.login;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record RefreshRequest(@NotNull @Size(max = 512) String refreshToken) {

	RefreshToken token() {
		return new RefreshToken(this.refreshToken);
	}

	@Override
	public String toString() {
		return "RefreshRequest";
	}

}
