package kz.duken.commons.problem;

import org.jspecify.annotations.Nullable;

/**
 * Something that is needed does not answer: told as 503 {@code unavailable} with
 * {@code Retry-After}.
 */
public class Unavailable extends RuntimeException {

	/**
	 * Names what does not answer.
	 * @param what for people, such as {@code "The shop service"}
	 */
	public Unavailable(String what, @Nullable Throwable cause) {
		super(what + " does not answer; try again in a moment.", cause);
	}

}
