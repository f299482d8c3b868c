package kz.duken.commons.idempotency;

/**
 * The operation needs an {@code Idempotency-Key} and there is none: told as 400
 * {@code idempotency-key-missing}.
 */
public class IdempotencyKeyMissing extends RuntimeException {

	public IdempotencyKeyMissing() {
		super("Send an Idempotency-Key header: a new one for each new attempt, the same to repeat one.");
	}

}
