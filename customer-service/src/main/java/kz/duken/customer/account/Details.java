package kz.duken.customer.account;

import org.jspecify.annotations.Nullable;

/** What is true of each detail that customers tell of themselves. */
final class Details {

	/** Neither control characters nor halves of characters. */
	static final String TEXT = "[^\\p{Cc}\\p{Cs}]*";

	static final String TEXT_MESSAGE = "must be text on one line";

	private Details() {
	}

	static @Nullable String cleaned(@Nullable String detail) {
		return (detail == null || detail.isBlank()) ? null : detail.strip();
	}

}
