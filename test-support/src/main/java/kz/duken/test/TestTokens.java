package kz.duken.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Tokens that live as long as the test's JVM, as the keys do by which they are signed.
 */
public final class TestTokens {

	private static final ECKey ISSUER = key("test-issuer");

	private static final Map<String, ECKey> SERVICE_KEYS = serviceKeys();

	private TestTokens() {
	}

	/** An access token of a customer. */
	public static String customer(UUID id) {
		return access(id, List.of("CUSTOMER"));
	}

	/** An access token of an administrator. */
	public static String admin(UUID id) {
		return access(id, List.of("CUSTOMER", "ADMIN"));
	}

	/** A token by which one service calls another. */
	public static String service(String caller, String callee) {
		ECKey key = SERVICE_KEYS.get(caller);
		if (key == null) {
			throw new IllegalArgumentException("There is no service " + caller);
		}
		return sign("service+jwt", key, new JWTClaimsSet.Builder().issuer(caller).audience(callee));
	}

	private static String access(UUID id, List<String> roles) {
		return sign("at+jwt", ISSUER,
				new JWTClaimsSet.Builder().issuer("duken")
					.audience("duken-api")
					.subject(id.toString())
					.claim("sid", UUID.randomUUID().toString())
					.claim("roles", roles));
	}

	private static String sign(String type, ECKey key, JWTClaimsSet.Builder claims) {
		Instant now = Instant.now();
		JWTClaimsSet complete = claims.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(Duration.ofHours(2))))
			.build();
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type))
				.keyID(key.getKeyID())
				.build(), complete);
			token.sign(new ECDSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String jwks() {
		return new JWKSet(ISSUER).toString();
	}

	/** Writes all services' keys as the launcher does. */
	static void writeKeys(Path privateKeys, Path publicKeys) throws IOException {
		for (Map.Entry<String, ECKey> service : SERVICE_KEYS.entrySet()) {
			String file = service.getKey() + ".jwk";
			Files.writeString(privateKeys.resolve(file), service.getValue().toJSONString());
			Files.writeString(publicKeys.resolve(file), service.getValue().toPublicJWK().toJSONString());
		}
	}

	private static Map<String, ECKey> serviceKeys() {
		Map<String, ECKey> keys = new HashMap<>();
		Neighbourhood.SERVICES.forEach((service) -> keys.put(service, key(service)));
		return Map.copyOf(keys);
	}

	private static ECKey key(String id) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(id).algorithm(JWSAlgorithm.ES256).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
