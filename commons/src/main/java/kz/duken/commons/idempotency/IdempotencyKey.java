package kz.duken.commons.idempotency;

import java.util.Optional;

/**
 * The key by which a client names an attempt, so that sending it again does not do it
 * again. Its scope is the caller and the operation.
 * <p>
 * A controller takes one as an argument, declared before the body: arguments are resolved
 * in their order, so that a request without a good key is refused before its body is
 * looked at (400 {@code idempotency-key-missing} or {@code idempotency-key-invalid}).
 *
 * @param value 1 … 255 printable ASCII characters, without the quotes it may have come in
 */
public record IdempotencyKey(String value) {

	/** The header of the request. */
	public static final String HEADER = "Idempotency-Key";

	/**
	 * The header, {@code true}, of an answer that a request with the same key had made.
	 */
	public static final String REPLAYED_HEADER = "Idempotency-Replayed";

	private static final int MAX_LENGTH = 255;

	/**
	 * Takes a key.
	 * @throws IdempotencyKeyInvalid for anything but 1 … 255 printable ASCII characters
	 */
	public IdempotencyKey {
		if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(IdempotencyKey::isPrintable)) {
			throw new IdempotencyKeyInvalid();
		}
	}

	/**
	 * Reads the header: {@code "abc"}, a string of RFC 9651 with its escapes, is the same
	 * key as a bare {@code abc}.
	 * @throws IdempotencyKeyInvalid when it is no key
	 */
	public static IdempotencyKey parse(String header) {
		String text = header.strip();
		return new IdempotencyKey(
				text.startsWith("\"") ? unquoted(text).orElseThrow(IdempotencyKeyInvalid::new) : text);
	}

	private static Optional<String> unquoted(String text) {
		StringBuilder value = new StringBuilder();
		int last = text.length() - 1;
		for (int i = 1; i < last; i++) {
			char c = text.charAt(i);
			if (c == '"') {
				return Optional.empty();
			}
			if (c == '\\') {
				i++;
				if (i == last || (text.charAt(i) != '"' && text.charAt(i) != '\\')) {
					return Optional.empty();
				}
			}
			value.append(text.charAt(i));
		}
		return (last > 0 && text.charAt(last) == '"') ? Optional.of(value.toString()) : Optional.empty();
	}

	private static boolean isPrintable(int c) {
		return c >= ' ' && c <= '~';
	}

}
