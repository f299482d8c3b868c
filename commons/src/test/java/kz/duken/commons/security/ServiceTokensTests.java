package kz.duken.commons.security;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceTokensTests {

	private static final Duration LIFETIME = Duration.ofSeconds(60);

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private ServiceTokens tokens;

	@BeforeEach
	void ofAService(@TempDir Path folder) throws Exception {
		Path key = folder.resolve("caller.jwk");
		Files.writeString(key, new ECKeyGenerator(Curve.P_256).keyID("caller").generate().toJSONString());
		InstantSource time = () -> this.now;
		Clock clock = time.withZone(ZoneOffset.UTC);
		this.tokens = new ServiceTokens("caller", new TokenProperties(key, folder, LIFETIME, Duration.ZERO, LIFETIME),
				clock);
	}

	@Test
	void eachCalleeIsShownATokenOfItsOwn() throws Exception {
		assertThat(audience(this.tokens.tokenFor("one"))).isEqualTo("one");
		assertThat(audience(this.tokens.tokenFor("other"))).isEqualTo("other");
		assertThat(audience(this.tokens.tokenFor("one"))).isEqualTo("one");
	}

	@Test
	void aTokenIsShownForAQuarterOfItsLife() throws Exception {
		String first = this.tokens.tokenFor("one");
		this.now = this.now.plusSeconds(14);
		assertThat(this.tokens.tokenFor("one")).isEqualTo(first);
		this.now = this.now.plusSeconds(1);

		String next = this.tokens.tokenFor("one");

		assertThat(next).isNotEqualTo(first);
		assertThat(SignedJWT.parse(next).getJWTClaimsSet().getExpirationTime()).isEqualTo(this.now.plus(LIFETIME));
	}

	@Test
	void aClockThatIsSetBackMakesATokenOfItsTime() throws Exception {
		this.tokens.tokenFor("one");
		this.now = this.now.minusSeconds(3600);

		String next = this.tokens.tokenFor("one");

		assertThat(SignedJWT.parse(next).getJWTClaimsSet().getIssueTime()).isEqualTo(this.now);
	}

	private static String audience(String token) throws Exception {
		return SignedJWT.parse(token).getJWTClaimsSet().getAudience().getFirst();
	}

}
