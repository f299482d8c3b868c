package kz.duken.commons.problem;

import java.util.List;

/**
 * The request cannot be taken as it is: told as 400 {@code validation} with the places to
 * mend.
 */
public class ValidationFailed extends RuntimeException {

	private final transient List<InvalidField> errors;

	public ValidationFailed(List<InvalidField> errors) {
		super(errors.toString());
		this.errors = List.copyOf(errors);
	}

	/**
	 * One place to mend.
	 * @param pointer a JSON pointer into the body, such as {@code /items/0/quantity}, or
	 * {@code /} and the name of a query parameter
	 * @param detail what must be true there
	 */
	public ValidationFailed(String pointer, String detail) {
		this(List.of(new InvalidField(pointer, detail)));
	}

	public List<InvalidField> errors() {
		return this.errors;
	}

}
