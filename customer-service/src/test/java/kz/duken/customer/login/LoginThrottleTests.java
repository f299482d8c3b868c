package kz.duken.customer.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LoginThrottleTests {

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final LoginThrottle throttle = new LoginThrottle(new ThrottleProperties(5, Duration.ofMinutes(1), 100),
			new Clock() {
				@Override
				public Instant instant() {
					return LoginThrottleTests.this.now;
				}

				@Override
				public ZoneId getZone() {
					return ZoneOffset.UTC;
				}

				@Override
				public Clock withZone(ZoneId zone) {
					return this;
				}
			});

	@Test
	void afterFiveFailuresOneHasToWait() {
		fail(5, "aigul");

		assertThatExceptionOfType(TooManyFailures.class).isThrownBy(() -> this.throttle.admit("Aigul", "10.0.0.1"))
			.satisfies((ex) -> assertThat(ex.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61)));
	}

	@Test
	void oneFailureAfterAnotherIsForgiven() {
		fail(5, "aigul");
		this.now = this.now.plusSeconds(61);

		fail(1, "aigul");

		assertThatExceptionOfType(TooManyFailures.class).isThrownBy(() -> this.throttle.admit("aigul", "10.0.0.1"));
	}

	@Test
	void whoFailsBesideManyOthersIsNotToldSo() {
		fail(5, "aigul");

		assertThatExceptionOfType(TooManyFailures.class).isThrownBy(() -> this.throttle.failed("aigul", "10.0.0.1"));
	}

	@Test
	void othersAreNotHeldUp() {
		fail(5, "aigul");

		assertThatCode(() -> this.throttle.admit("aigul", "10.0.0.2")).doesNotThrowAnyException();
		assertThatCode(() -> this.throttle.admit("erlan", "10.0.0.1")).doesNotThrowAnyException();
	}

	@Test
	void onlySoManyAreRemembered() {
		fail(5, "aigul");
		IntStream.range(0, 100).forEach((i) -> fail(1, "other" + i));

		assertThatCode(() -> this.throttle.admit("aigul", "10.0.0.1")).doesNotThrowAnyException();
	}

	private void fail(int times, String username) {
		for (int i = 0; i < times; i++) {
			this.throttle.admit(username, "10.0.0.1");
			this.throttle.failed(username, "10.0.0.1");
		}
	}

}
