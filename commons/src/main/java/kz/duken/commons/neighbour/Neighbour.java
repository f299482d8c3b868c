package kz.duken.commons.neighbour;

import java.util.function.Supplier;

import feign.FeignException;
import kz.duken.commons.problem.Unavailable;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * The door to another service, behind a circuit breaker. What the neighbour refuses (a
 * status of 400, 402, 404, 409, 422 and the like) comes out as the
 * {@link FeignException.FeignClientException} it is, for the door's owner to translate;
 * that it does not answer, or answers nonsense, comes out as {@link Unavailable}.
 */
public final class Neighbour {

	private final String name;

	private final CircuitBreaker breaker;

	Neighbour(String name, CircuitBreaker breaker) {
		this.name = name;
		this.breaker = breaker;
	}

	/**
	 * Makes the call; one that may be made twice goes on to another instance when a dead
	 * one has lost it.
	 * @throws Unavailable when there was no answer in time, or none that a client could
	 * act on; the call may or may not have had its effect
	 * @throws IllegalStateException within a transaction, which must not wait for others
	 */
	public <T> T ask(Supplier<T> call) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				() -> "The " + this.name + " was asked inside a transaction");
		return this.breaker.run(call, (failure) -> {
			throw translate(failure);
		});
	}

	/** As {@link #ask}, where there is nothing to be told. */
	public void tell(Runnable call) {
		ask(() -> {
			call.run();
			return true;
		});
	}

	private RuntimeException translate(@Nullable Throwable failure) {
		String who = "The " + this.name.replace('-', ' ');
		if (!(failure instanceof FeignException.FeignClientException refusal) || isBusy(refusal.status())) {
			return new Unavailable(who, failure);
		}
		return isAnAnswer(refusal.status()) ? refusal : new UnexpectedRefusal(who, refusal);
	}

	private static boolean isBusy(int status) {
		return status == 408 || status == 429;
	}

	/**
	 * Between services a 401, 403 or 405 is a fault of the store, not an answer to its
	 * customer.
	 */
	private static boolean isAnAnswer(int status) {
		return status != 401 && status != 403 && status != 405;
	}

}
