package kz.duken.customer;

import java.util.UUID;

import kz.duken.commons.problem.NotFound;
import kz.duken.commons.security.Caller;

import org.springframework.security.access.AccessDeniedException;

/**
 * Whom a request under {@code /api/customers/{id}} is about: an account that the caller
 * may see, if there is one.
 *
 * @param id the customer's id
 * @param self whether it is the caller's own account
 */
public record Subject(UUID id, boolean self) {

	/**
	 * Finds out whom the path means.
	 * @param id an id, or {@code me} for the caller's own
	 * @throws NotFound for what is no id, and for others' accounts unless the caller is
	 * an administrator
	 */
	public static Subject of(String id, Caller caller) {
		UUID named = "me".equals(id) ? caller.id() : parse(id);
		if (!caller.mayActFor(named)) {
			throw notFound();
		}
		return new Subject(named, named.equals(caller.id()));
	}

	/**
	 * Lets nobody pass but the one whose account it is.
	 * @throws AccessDeniedException for administrators, told as 403
	 */
	public void mustBeSelf() {
		if (!this.self) {
			throw new AccessDeniedException("for the account itself alone");
		}
	}

	/** What is thrown when there is no such account, or not for the caller to see. */
	public static NotFound notFound() {
		return new NotFound("such customer");
	}

	private static UUID parse(String id) {
		try {
			UUID parsed = UUID.fromString(id);
			if (parsed.toString().equalsIgnoreCase(id)) {
				return parsed;
			}
		}
		catch (IllegalArgumentException ex) {
			// told below
		}
		throw notFound();
	}

}
