package kz.duken.commons.idempotency;

/**
 * The key has been used for another request: told as 422 {@code idempotency-key-reused}.
 */
public class IdempotencyKeyReused extends RuntimeException {

	public IdempotencyKeyReused() {
		super("This Idempotency-Key has been used with another body; take a new key for a new attempt.");
	}

}
