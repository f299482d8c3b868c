package kz.duken.customer.account;

import java.util.List;
import java.util.UUID;

/**
 * What a login is checked against, and what a token then says.
 *
 * @param id the customer's id
 * @param passwordHash by Argon2id
 * @param active whether the account may log in at all
 * @param roles what the account may be
 */
public record Credentials(UUID id, String passwordHash, boolean active, List<Role> roles) {

	@Override
	public String toString() {
		return "Credentials of " + this.id;
	}

}
