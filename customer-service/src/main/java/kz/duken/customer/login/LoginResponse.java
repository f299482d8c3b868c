package kz.duken.customer.login;

import java.util.UUID;

/**
 * What a client holds after a login.
 *
 * @param expiresIn seconds until the access token is no good any more
 */
record LoginResponse(String accessToken, String tokenType, long expiresIn, String refreshToken, UUID customerId) {

	@Override
	public String toString() {
		return "LoginResponse for " + this.customerId;
	}

}
