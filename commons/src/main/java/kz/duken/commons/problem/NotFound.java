package kz.duken.commons.problem;

/**
 * What was asked for is not there, or not for the caller to see: told as 404
 * {@code not-found}.
 */
public class NotFound extends RuntimeException {

	/**
	 * Names what is absent.
	 * @param what in words for people, such as {@code "product 0198…"}
	 */
	public NotFound(String what) {
		super("There is no " + what + ".");
	}

}
