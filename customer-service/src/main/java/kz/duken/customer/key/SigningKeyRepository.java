package kz.duken.customer.key;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of keys, on whose clock the instances agree. A key signs from its
 * {@code signs_from} until the next one does.
 */
@Repository
class SigningKeyRepository {

	private final JdbcClient database;

	SigningKeyRepository(JdbcClient database) {
		this.database = database;
	}

	/** The keys as they are now; empty before the first was made. */
	Optional<KeyRing> ring() {
		List<ECKey> keys = this.database.sql("""
				select private_jwk from signing_key
				order by signs_from <= clock_timestamp() desc, signs_from desc, id""")
			.query((row, number) -> parse(row.getString("private_jwk")))
			.list();
		if (keys.isEmpty()) {
			return Optional.empty();
		}
		List<JWK> published = keys.stream().map(ECKey::toPublicJWK).map(JWK.class::cast).toList();
		return Optional.of(new KeyRing(keys.getFirst(), new JWKSet(published)));
	}

	/** Lets one instance at a time decide about keys, until its transaction ends. */
	void lock() {
		this.database.sql("lock table signing_key in exclusive mode").update();
	}

	/** Whether the newest key, or one that waits to sign, is still good for a while. */
	boolean hasKeyYoungerThan(Duration age) {
		return this.database.sql("""
				select exists (select from signing_key
				  where signs_from > clock_timestamp() - make_interval(secs => :age))""")
			.param("age", age.toSeconds())
			.query(Boolean.class)
			.single();
	}

	/** The very first key signs at once, others when they have been published a while. */
	void add(ECKey key, Duration publishedAhead) {
		this.database.sql("""
				insert into signing_key (id, private_jwk, signs_from)
				select :id, :jwk, clock_timestamp() + case when exists (select from signing_key)
				  then make_interval(secs => :ahead) else interval '0' end""")
			.param("id", key.getKeyID())
			.param("jwk", key.toJSONString())
			.param("ahead", publishedAhead.toSeconds())
			.update();
	}

	/** Forgets the keys whose successor has been signing for so long. */
	void removeThoseSucceededBefore(Duration age) {
		this.database
			.sql("""
					delete from signing_key old where exists (select from signing_key
					  where signs_from > old.signs_from and signs_from < clock_timestamp() - make_interval(secs => :age))""")
			.param("age", age.toSeconds())
			.update();
	}

	private static ECKey parse(String jwk) {
		try {
			return ECKey.parse(jwk);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("A signing key cannot be read", ex);
		}
	}

}
