package kz.duken.commons.security;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens.
 *
 * @param privateKey file with the key (JWK, EC P-256) that signs this service's own
 * tokens
 * @param publicKeys folder with {@code <service>.jwk}, the public key of each service
 * that may call
 * @param lifetime how long a service's token is good for; it is shown for a quarter of it
 * @param clockSkew by how much clocks may differ
 * @param issuerKeysFresh how long the customers' issuer's keys are used before they are
 * read again, and signatures that were good are not looked at anew
 */
@ConfigurationProperties("duken.token")
public record TokenProperties(Path privateKey, Path publicKeys, @DefaultValue("60s") Duration lifetime,
		@DefaultValue("10s") Duration clockSkew, @DefaultValue("60s") Duration issuerKeysFresh) {
}
