package kz.duken.customer.password;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import kz.duken.commons.problem.Unavailable;
import kz.duken.test.AllAtOnce;
import org.junit.jupiter.api.Test;

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

}
