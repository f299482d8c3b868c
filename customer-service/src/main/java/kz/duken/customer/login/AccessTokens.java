package kz.duken.customer.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import kz.duken.commons.security.CustomerTokens;
import kz.duken.customer.account.Credentials;
import kz.duken.customer.account.Role;
import kz.duken.customer.key.SigningKeys;

import org.springframework.stereotype.Component;

/** Issues what {@link CustomerTokens} describes and every service verifies. */
@Component
class AccessTokens {

	private final SigningKeys keys;

	private final Duration lifetime;

	private final Clock clock;

	AccessTokens(SigningKeys keys, LoginProperties properties, Clock clock) {
		this.keys = keys;
		this.lifetime = properties.accessToken();
		this.clock = clock;
	}

	Duration lifetime() {
		return this.lifetime;
	}

	String issue(Credentials customer, UUID loginId) {
		Instant now = this.clock.instant();
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(CustomerTokens.ISSUER)
			.audience(CustomerTokens.AUDIENCE)
			.subject(customer.id().toString())
			.claim("sid", loginId.toString())
			.claim("roles", customer.roles().stream().map(Role::name).toList())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(this.lifetime)))
			.build();
		try {
			ECKey key = this.keys.signing();
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.ES256).type(CustomerTokens.TYPE).keyID(key.getKeyID()).build(),
					claims);
			token.sign(new ECDSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Cannot sign an access token", ex);
		}
	}

}
