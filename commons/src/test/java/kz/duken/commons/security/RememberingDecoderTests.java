package kz.duken.commons.security;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RememberingDecoderTests {

	private final AtomicInteger looks = new AtomicInteger();

	private final AtomicBoolean holds = new AtomicBoolean(true);

	@Test
	void aGoodSignatureIsLookedAtOnce() {
		JwtDecoder decoder = decoder(Duration.ofMinutes(1));

		assertThat(decoder.decode("good")).isEqualTo(decoder.decode("good"));

		assertThat(this.looks).hasValue(1);
	}

	@Test
	void whatIsLongerThanAnyOfOursIsNotKept() {
		JwtDecoder decoder = decoder(Duration.ofMinutes(1));
		String padded = "good" + "~".repeat(1000);

		decoder.decode(padded);
		decoder.decode(padded);

		assertThat(this.looks).hasValue(2);
	}

	@Test
	void aBadOneIsBadEachTime() {
		JwtDecoder decoder = decoder(Duration.ofMinutes(1));
		decoder.decode("good");

		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode("bad"));
		}

		assertThat(this.looks).hasValue(3);
	}

	@Test
	void whatATokenSaysIsLookedAtEachTime() {
		JwtDecoder decoder = decoder(Duration.ofMinutes(1));
		decoder.decode("good");
		this.holds.set(false);

		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder.decode("good"));
	}

	@Test
	void aSignatureIsLookedAtAgainWhenItsTimeIsOver() {
		JwtDecoder decoder = decoder(Duration.ZERO);

		decoder.decode("good");
		decoder.decode("good");

		assertThat(this.looks).hasValue(2);
	}

	private JwtDecoder decoder(Duration time) {
		return new RememberingDecoder(this::signed, Tokens.when("it does not hold", (token) -> this.holds.get()), time);
	}

	private Jwt signed(String token) {
		this.looks.incrementAndGet();
		if (token.equals("bad")) {
			throw new BadJwtException("Bad signature");
		}
		return Jwt.withTokenValue(token).header("alg", "ES256").claim("sub", "anybody").build();
	}

}
