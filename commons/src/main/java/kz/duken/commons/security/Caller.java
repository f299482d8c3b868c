package kz.duken.commons.security;

import java.util.UUID;

/**
 * Who makes a request of the public API, as his access token says. A controller takes one
 * as an argument; where nobody need be logged in, it is {@code null} for a stranger (mark
 * it {@code @Nullable}).
 *
 * @param id the customer's id
 * @param admin whether he is an administrator
 */
public record Caller(UUID id, boolean admin) {

	/** Whether he may act for the account: it is his own, or he is an administrator. */
	public boolean mayActFor(UUID customerId) {
		return this.admin || this.id.equals(customerId);
	}

}
