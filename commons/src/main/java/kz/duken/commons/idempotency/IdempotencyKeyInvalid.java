package kz.duken.commons.idempotency;

/** The header holds no key: told as 400 {@code idempotency-key-invalid}. */
public class IdempotencyKeyInvalid extends RuntimeException {

	public IdempotencyKeyInvalid() {
		super("The Idempotency-Key must be sent once and have 1 to 255 printable ASCII characters.");
	}

}
