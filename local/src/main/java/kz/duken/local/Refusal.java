package kz.duken.local;

import org.jspecify.annotations.Nullable;

/**
 * Something that the launcher cannot do here and now; the message is one line that says
 * what the user can do about it.
 */
final class Refusal extends RuntimeException {

	Refusal(String message) {
		this(message, null);
	}

	Refusal(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
