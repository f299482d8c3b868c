package kz.duken.commons.neighbour;

import feign.FeignException;
import kz.duken.commons.problem.Unavailable;

/**
 * A neighbour refuses what it should have taken. To a customer that is an outage like any
 * other; but asking again will not help, and nobody but us can mend it.
 */
public class UnexpectedRefusal extends Unavailable {

	/**
	 * Names who has refused.
	 * @param what for people, such as {@code "The shop service"}
	 */
	public UnexpectedRefusal(String what, FeignException.FeignClientException refusal) {
		super(what, refusal);
	}

}
