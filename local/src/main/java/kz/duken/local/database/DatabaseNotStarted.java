package kz.duken.local.database;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL could not be unpacked, initialised or started; the message is one line for
 * people.
 */
public final class DatabaseNotStarted extends RuntimeException {

	DatabaseNotStarted(String message) {
		this(message, null);
	}

	DatabaseNotStarted(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
