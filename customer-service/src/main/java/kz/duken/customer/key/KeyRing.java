package kz.duken.customer.key;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;

/**
 * The keys as they were at some moment.
 *
 * @param signing the private key that signs
 * @param published the public keys that are to be trusted, that one's among them
 */
record KeyRing(ECKey signing, JWKSet published) {
}
