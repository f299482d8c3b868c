package kz.duken.system;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a good client goes on: without a definite answer it asks the same again, with the
 * same key. What the store may not say at all is an error here.
 */
final class Patience {

	static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("patience", 150));

	private static final Duration PAUSE = Duration.ofMillis(150);

	private Patience() {
	}

	/**
	 * Asks until there is an answer that tells what is true, no sooner than it was told.
	 */
	static Answer definite(Supplier<Answer> call) {
		Instant deadline = Instant.now().plus(LONGEST);
		while (true) {
			Duration pause = PAUSE;
			try {
				Answer answer = call.get();
				assertThat(answer.status()).as("%s answered %s", answer.call(), answer.body()).isNotEqualTo(500);
				boolean later = answer.status() == 429 || answer.status() == 503;
				if (later) {
					pause = Duration.ofSeconds(answer.retryAfter());
				}
				if (!later || Instant.now().isAfter(deadline)) {
					return answer;
				}
			}
			catch (UncheckedIOException ex) {
				if (Instant.now().isAfter(deadline)) {
					throw ex;
				}
			}
			rest(pause);
		}
	}

	/**
	 * Asks until it is answered so, and tells how often it had to be asked again. Each of
	 * these may still be done: what a service had taken when it was paused, it does when
	 * it wakes up.
	 */
	static int repetitions(Supplier<Answer> call, int status) {
		AtomicInteger sent = new AtomicInteger();
		definite(() -> {
			sent.incrementAndGet();
			return call.get();
		}).expect(status);
		return sent.get() - 1;
	}

	/** Asks once, whatever becomes of the answer. */
	static void once(Supplier<Answer> call) {
		try {
			Answer _ = call.get();
		}
		catch (UncheckedIOException ex) {
			// the answer is lost
		}
	}

	/** Orders the whole cart until it is known what became of it. */
	static Answer order(Person customer, String key, String total) {
		Instant deadline = Instant.now().plus(LONGEST);
		while (true) {
			Answer answer = definite(() -> customer.order(key, total));
			if (answer.status() != 202 || Instant.now().isAfter(deadline)) {
				return answer;
			}
			String order = answer.header("Location");
			until(() -> !definite(() -> customer.get(order)).text("/status").equals("PENDING"));
		}
	}

	static void until(BooleanSupplier condition) {
		until(Awaitility.await(), condition);
	}

	/** Waits, and tells what has not come when it is in vain. */
	static void until(String what, BooleanSupplier condition) {
		until(Awaitility.await(what), condition);
	}

	private static void until(ConditionFactory waiting, BooleanSupplier condition) {
		waiting.atMost(LONGEST).pollInterval(PAUSE).until(condition::getAsBoolean);
	}

	private static void rest(Duration pause) {
		try {
			Thread.sleep(pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
