package kz.duken.customer.password;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import kz.duken.commons.problem.Unavailable;
import kz.duken.test.AllAtOnce;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	private final Passwords passwords = new Passwords(
			new PasswordProperties(DataSize.ofMegabytes(1), 1, 2, Duration.ofSeconds(2)));

	@Test
	void onlyThePasswordItselfMatches() {
		Optional<String> hash = Optional.of(this.passwords.hash("correct horse"));

		assertThat(hash.get()).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
		assertThat(this.passwords.matches("correct horse", hash)).isTrue();
		assertThat(this.passwords.matches("Correct horse", hash)).isFalse();
		assertThat(this.passwords.matches("nobody's password", Optional.empty())).isFalse();
	}

	@Test
	void oneWordIsOneWordHoweverItIsWritten() {
		Optional<String> hash = Optional.of(this.passwords.hash("йогурт и кофе"));

		assertThat(this.passwords.matches("и\u0306огурт и кофе", hash)).isTrue();
	}

	@Test
	void onlySoManyAreHashedAtATime() {
		Counting counting = new Counting();
		Passwords few = new Passwords(new PasswordProperties(DataSize.ofMegabytes(1), 1, 2, Duration.ofSeconds(30)),
				counting);

		AllAtOnce.run(16, () -> few.hash("correct horse"));

		assertThat(counting.most).hasValueBetween(1, 2);
		assertThat(counting.onVirtualThreads).hasValue(0);
	}

	@Test
	void aCrowdIsToldToComeAgain() {
		Passwords busy = new Passwords(new PasswordProperties(DataSize.ofMegabytes(19), 10, 1, Duration.ofMillis(1)));
		Callable<Boolean> hashing = () -> {
			try {
				busy.hash("correct horse");
				return true;
			}
			catch (Unavailable ex) {
				return false;
			}
		};

		List<Boolean> hashed = AllAtOnce.run(IntStream.range(0, 8).mapToObj((i) -> hashing).toList());

		assertThat(hashed).contains(true, false);
	}

	/** Argon2, and how many threads are at it. */
	private static final class Counting extends Argon2PasswordEncoder {

		private final AtomicInteger running = new AtomicInteger();

		private final AtomicInteger most = new AtomicInteger();

		private final AtomicInteger onVirtualThreads = new AtomicInteger();

		Counting() {
			super(16, 32, 1, 4096, 1);
		}

		@Override
		protected String encodeNonNullPassword(String password) {
			this.most.accumulateAndGet(this.running.incrementAndGet(), Math::max);
			if (Thread.currentThread().isVirtual()) {
				this.onVirtualThreads.incrementAndGet();
			}
			try {
				return super.encodeNonNullPassword(password);
			}
			finally {
				this.running.decrementAndGet();
			}
		}

	}

}
