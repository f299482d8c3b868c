package kz.duken.commons.security;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Looks at the same token's signature once in a while: it costs more than all else that a
 * small request does. What the token says, its time above all, is looked at each time.
 */
final class RememberingDecoder implements JwtDecoder {

	private static final int MOST = 1000;

	/** Ours are half as long; with what they say they take about 3 kB. */
	private static final int LONGEST = 1000;

	private final JwtDecoder signed;

	private final OAuth2TokenValidator<Jwt> validator;

	private final Cache<String, Jwt> known;

	/**
	 * Remembers good signatures only.
	 * @param signed looks at signatures
	 * @param validator looks at what tokens say
	 * @param time how long a key may still be trusted after it is known to be withdrawn
	 */
	RememberingDecoder(JwtDecoder signed, OAuth2TokenValidator<Jwt> validator, Duration time) {
		this.signed = signed;
		this.validator = validator;
		this.known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(time).executor(Runnable::run).build();
	}

	@Override
	public Jwt decode(String token) {
		Jwt jwt = this.known.getIfPresent(token);
		if (jwt == null) {
			jwt = this.signed.decode(token);
			if (token.length() <= LONGEST) {
				this.known.put(token, jwt);
			}
		}
		OAuth2TokenValidatorResult result = this.validator.validate(jwt);
		if (result.hasErrors()) {
			throw new JwtValidationException("The token is signed, but does not hold", result.getErrors());
		}
		return jwt;
	}

}
