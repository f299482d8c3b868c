package kz.duken.customer.key;

import java.time.Instant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first key when the store first starts, and each next one in time. Instances
 * that do so at once agree on one.
 */
@Component
class KeyRotation implements SmartInitializingSingleton {

	private final SigningKeyRepository keys;

	private final SigningKeyProperties properties;

	private final TransactionTemplate transaction;

	KeyRotation(SigningKeyRepository keys, SigningKeyProperties properties, TransactionTemplate transaction) {
		this.keys = keys;
		this.properties = properties;
		this.transaction = transaction;
	}

	@Override
	public void afterSingletonsInstantiated() {
		rotate();
	}

	/** Makes a key when one is due. Repeating is safe. */
	@Scheduled(initialDelayString = "1h", fixedDelayString = "1h")
	void rotate() {
		this.transaction.executeWithoutResult((status) -> {
			this.keys.lock();
			Instant now = this.keys.now();
			if (!this.keys.existsBySignsFromAfter(now.minus(this.properties.signsFor()))) {
				this.keys.add(newKey(), this.properties.publishedAhead());
			}
			this.keys.removeThoseSucceededBefore(now.minus(SigningKeyProperties.PUBLISHED_AFTER));
		});
	}

	private static ECKey newKey() {
		try {
			return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.ES256)
				.keyIDFromThumbprint(true)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("No signing key can be made", ex);
		}
	}

}
