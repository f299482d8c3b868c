package kz.duken.customer.key;

import java.util.List;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

/**
 * The keys as they were at some moment.
 *
 * @param signing the private key that signs
 * @param published the public keys that are to be trusted, that one's among them
 */
record KeyRing(ECKey signing, JWKSet published) {

	/** Of keys of which the first signs. */
	static KeyRing of(List<SigningKey> keys) {
		if (keys.isEmpty()) {
			throw new IllegalStateException("There is no signing key");
		}
		List<JWK> published = keys.stream().<JWK>map((key) -> key.key().toPublicJWK()).toList();
		return new KeyRing(keys.getFirst().key(), new JWKSet(published));
	}

}
