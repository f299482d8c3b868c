package kz.duken.customer.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import kz.duken.commons.problem.DatabaseOutage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The keys, from a copy that is never old: it is read again after a while, and at once
 * (though not more than once a second) when a token names a key that it does not have,
 * which another instance may just have made. While the database does not answer, the last
 * copy serves on.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {

	private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

	private static final Duration AT_MOST_ONE_READ_IN = Duration.ofSeconds(1);

	private final SigningKeyRepository keys;

	private final Clock clock;

	private final Duration rereadAfter;

	private volatile @Nullable Copy copy;

	SigningKeys(SigningKeyRepository keys, SigningKeyProperties properties, Clock clock) {
		this.keys = keys;
		this.rereadAfter = properties.rereadAfter();
		this.clock = clock;
	}

	/** The private key that signs now. */
	public ECKey signing() {
		return notOlderThan(this.rereadAfter).signing();
	}

	/** The public keys that are to be trusted now, or soon, or still. */
	public JWKSet published() {
		return notOlderThan(this.rereadAfter).published();
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws RemoteKeySourceException {
		try {
			List<JWK> known = selector.select(published());
			return known.isEmpty() ? selector.select(notOlderThan(AT_MOST_ONE_READ_IN).published()) : known;
		}
		catch (RuntimeException ex) {
			// anything else would be taken for a fault of the token
			throw new RemoteKeySourceException("The keys cannot be read", ex);
		}
	}

	private KeyRing notOlderThan(Duration age) {
		Copy last = this.copy;
		Instant now = this.clock.instant();
		if (last != null && now.isBefore(last.readAt().plus(age))) {
			return last.ring();
		}
		try {
			KeyRing ring = KeyRing.of(this.keys.findAll());
			this.copy = new Copy(ring, now);
			return ring;
		}
		catch (RuntimeException ex) {
			if (last == null || !DatabaseOutage.isOne(ex)) {
				throw ex;
			}
			log.warn("The signing keys cannot be read; the copy of {} serves on", last.readAt(), ex);
			return last.ring();
		}
	}

	private record Copy(KeyRing ring, Instant readAt) {
	}

}
