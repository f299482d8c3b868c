package kz.duken.customer.login;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import org.springframework.stereotype.Component;

/**
 * Slows down who tries passwords: so many failures of one account from one address, then
 * one more each time that one is forgiven. Others are not held up: neither the account at
 * another address nor other accounts at this one.
 * <p>
 * Each instance counts for itself and forgets when it stops, so that <i>n</i> instances
 * behind one gateway let <i>n</i> times as many through: still far too few to guess a
 * password that {@code PasswordRules} let pass. Beyond so many pairs, those that were
 * asked about least recently are forgotten.
 */
@Component
class LoginThrottle {

	private final ThrottleProperties properties;

	private final TimeMeter time;

	private final Map<Attempt, Bucket> failures;

	LoginThrottle(ThrottleProperties properties, Clock clock) {
		this.properties = properties;
		this.time = new ClockTime(clock);
		this.failures = new LinkedHashMap<>(16, 0.75f, true) {
			@Override
			protected boolean removeEldestEntry(Map.Entry<Attempt, Bucket> eldest) {
				return size() > properties.remembered();
			}
		};
	}

	/**
	 * Passes when there is a try left.
	 * @throws TooManyFailures when not
	 */
	synchronized void admit(String username, String address) {
		Bucket bucket = this.failures.get(Attempt.of(username, address));
		if (bucket != null && bucket.getAvailableTokens() == 0) {
			throw tooMany(bucket);
		}
	}

	/**
	 * Counts a failure.
	 * @throws TooManyFailures when others have taken the last try meanwhile: this one
	 * must not learn that it failed
	 */
	synchronized void failed(String username, String address) {
		Bucket bucket = this.failures.computeIfAbsent(Attempt.of(username, address), (attempt) -> full());
		if (!bucket.tryConsume(1)) {
			throw tooMany(bucket);
		}
	}

	private Bucket full() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(this.properties.failures())
				.refillGreedy(1, this.properties.forgivenAfter()))
			.withCustomTimePrecision(this.time)
			.build();
	}

	private static TooManyFailures tooMany(Bucket bucket) {
		return new TooManyFailures(
				Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()).plusSeconds(1));
	}

	private record Attempt(String username, String address) {

		static Attempt of(String username, String address) {
			return new Attempt(username.toLowerCase(Locale.ROOT), address);
		}

	}

	private record ClockTime(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return this.clock.millis() * 1_000_000;
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
