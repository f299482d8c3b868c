package kz.duken.customer.login;

import java.time.Duration;

class TooManyFailures extends RuntimeException {

	private final Duration retryAfter;

	TooManyFailures(Duration retryAfter) {
		this.retryAfter = retryAfter;
	}

	/** After which trying again makes sense, at least a second. */
	Duration retryAfter() {
		return this.retryAfter;
	}

}
