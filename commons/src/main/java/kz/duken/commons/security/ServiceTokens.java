package kz.duken.commons.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * The tokens by which services know one another. Each signs its own, for one callee and a
 * minute, and shows it for a quarter of that; no issuer is needed while the store runs.
 */
class ServiceTokens {

	static final JOSEObjectType TYPE = new JOSEObjectType("service+jwt");

	private final String service;

	private final TokenProperties properties;

	private final ECKey privateKey;

	private final Clock clock;

	private final Map<String, Own> own = new ConcurrentHashMap<>();

	/** A token of this service, and when it was signed. */
	private record Own(String token, Instant signed) {
	}

	ServiceTokens(String service, TokenProperties properties, Clock clock) {
		this.service = service;
		this.properties = properties;
		this.clock = clock;
		this.privateKey = read(properties.privateKey()).toECKey();
		if (!service.equals(this.privateKey.getKeyID()) || !this.privateKey.isPrivate()) {
			throw new IllegalStateException(properties.privateKey() + " is not the private key of " + service);
		}
	}

	/**
	 * A token that this service can show to the callee; most of its life is before it.
	 */
	String tokenFor(String callee) {
		Instant now = this.clock.instant();
		return this.own.compute(callee, (name, last) -> isFresh(last, now) ? last : new Own(signed(name, now), now))
			.token();
	}

	private boolean isFresh(@Nullable Own last, Instant now) {
		return last != null && !now.isBefore(last.signed())
				&& now.isBefore(last.signed().plus(this.properties.lifetime().dividedBy(4)));
	}

	private String signed(String callee, Instant now) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(this.service)
			.audience(callee)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(this.properties.lifetime())))
			.build();
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(this.service).build(), claims);
			token.sign(new ECDSASigner(this.privateKey));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Cannot sign with the key of " + this.service, ex);
		}
	}

	/**
	 * Accepts what another service signed for this one: the key must be the issuer's own.
	 */
	JwtDecoder decoder() {
		return Tokens.decoder(TYPE, new ImmutableJWKSet<>(publicKeys()), this.properties.lifetime(),
				new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(this.properties.clockSkew()),
						new JwtClaimValidator<>(JwtClaimNames.EXP, (expiry) -> expiry != null),
						new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, List.of(this.service)::equals),
						Tokens.when("the key is not the issuer's", ServiceTokens::isSignedByItsIssuer)));
	}

	private static boolean isSignedByItsIssuer(Jwt token) {
		String issuer = token.getClaimAsString(JwtClaimNames.ISS);
		return issuer != null && issuer.equals(token.getHeaders().get("kid"));
	}

	private JWKSet publicKeys() {
		List<JWK> keys = new ArrayList<>();
		try (Stream<Path> files = Files.list(this.properties.publicKeys())) {
			files.filter((file) -> file.toString().endsWith(".jwk")).map(ServiceTokens::read).forEach(keys::add);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot read the services' public keys", ex);
		}
		return new JWKSet(keys);
	}

	private static JWK read(Path file) {
		try {
			return JWK.parse(Files.readString(file));
		}
		catch (IOException | ParseException ex) {
			throw new IllegalStateException("Cannot read the key " + file, ex);
		}
	}

}
