package kz.duken.commons.security;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CustomerTokensTests {

	@Test
	void madeUpKeysAreBadHoweverFastTheyCome() throws Exception {
		JwtDecoder decoder = decoder((url) -> new Resource(new JWKSet(key("known")).toString(), "application/json"));

		for (int i = 0; i < 50; i++) {
			String token = token(key("made-up-" + i));
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
		}
	}

	@Test
	void withoutAnyKeyNobodyIsToldThatHisTokenIsBad() throws Exception {
		JwtDecoder decoder = decoder((url) -> {
			throw new IOException("no answer");
		});

		for (int i = 0; i < 5; i++) {
			String token = token(key("any"));
			assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder.decode(token))
				.isNotInstanceOf(BadJwtException.class);
		}
	}

	private static JwtDecoder decoder(ResourceRetriever issuer) {
		Duration fresh = Duration.ofMinutes(5);
		return CustomerTokens.decoder(CustomerTokens.remoteKeys(issuer, fresh),
				new TokenProperties(Path.of("unused"), Path.of("unused"), Duration.ZERO, Duration.ZERO, fresh));
	}

	private static ECKey key(String id) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(id).algorithm(JWSAlgorithm.ES256).generate();
		}
		catch (com.nimbusds.jose.JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String token(ECKey key) throws Exception {
		SignedJWT token = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.ES256).type(CustomerTokens.TYPE).keyID(key.getKeyID()).build(),
				new JWTClaimsSet.Builder().issuer(CustomerTokens.ISSUER).claim("exp", Integer.MAX_VALUE).build());
		token.sign(new ECDSASigner(key));
		return token.serialize();
	}

}
