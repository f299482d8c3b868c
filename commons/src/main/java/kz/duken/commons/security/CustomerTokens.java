package kz.duken.commons.security;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * The access tokens that customers (administrators and shops' owners among them) bring:
 * ES256, {@code iss} {@value #ISSUER}, {@code aud} {@value #AUDIENCE}, {@code sub} the
 * customer's id, {@code roles}.
 */
public final class CustomerTokens {

	public static final String ISSUER = "duken";

	public static final String AUDIENCE = "duken-api";

	public static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

	private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration AT_MOST_ONE_REFRESH_IN = Duration.ofSeconds(1);

	private CustomerTokens() {
	}

	/** A decoder that trusts the keys of the source. */
	public static JwtDecoder decoder(JWKSource<SecurityContext> keys, TokenProperties properties) {
		return Tokens.decoder(TYPE, keys, properties.issuerKeysFresh(),
				new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(properties.clockSkew()),
						new JwtClaimValidator<>(JwtClaimNames.EXP, (expiry) -> expiry != null),
						new JwtClaimValidator<String>(JwtClaimNames.ISS, ISSUER::equals),
						new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, List.of(AUDIENCE)::equals),
						Tokens.when("sub is not a customer's id", (token) -> isUuid(token.getSubject()))));
	}

	/**
	 * The issuer's keys, read through the retriever. While the issuer does not answer,
	 * the last ones go on being trusted. New ones are published before they sign, so a
	 * name that is not among keys just read is made up, and asked for no more often.
	 */
	static JWKSource<SecurityContext> remoteKeys(ResourceRetriever retriever, Duration fresh) {
		JWKSource<SecurityContext> keys = JWKSourceBuilder.<SecurityContext>create(address(), retriever)
			.cache(fresh.toMillis(), REFRESH_TIMEOUT.toMillis())
			.refreshAheadCache(false)
			.rateLimited(AT_MOST_ONE_REFRESH_IN.toMillis())
			.outageTolerantForever()
			.build();
		AtomicBoolean everRead = new AtomicBoolean();
		return (selector, context) -> {
			try {
				List<JWK> found = keys.get(selector, context);
				everRead.set(true);
				return found;
			}
			catch (RateLimitReachedException ex) {
				if (everRead.get()) {
					return List.of();
				}
				throw ex;
			}
		};
	}

	private static URL address() {
		try {
			return URI.create("http://customer-service/.well-known/jwks.json").toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isUuid(@Nullable String subject) {
		try {
			return subject != null && UUID.fromString(subject).toString().equals(subject);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** The authorities that a token gives: {@code ROLE_} and each of its roles. */
	static List<String> roles(Jwt token) {
		List<String> roles = token.getClaimAsStringList("roles");
		return (roles != null) ? roles : List.of();
	}

}
