package kz.duken.customer.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.jwk.ECKey;
import kz.duken.customer.DatabaseClock;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SigningKeyRepository extends Repository<SigningKey, String>, DatabaseClock {

	/** The one that signs now, those that did, and those that wait to. */
	@NativeQuery("select * from signing_key order by signs_from <= clock_timestamp() desc, signs_from desc, id")
	List<SigningKey> findAll();

	/** Lets one instance at a time decide about keys, until its transaction ends. */
	@Modifying
	@NativeQuery("lock table signing_key in exclusive mode")
	void lock();

	long count();

	/** Whether there is a key, perhaps one that waits to sign, that is as young. */
	boolean existsBySignsFromAfter(Instant time);

	/** The very first key signs at once, others when they have been published a while. */
	default void add(ECKey key, Duration publishedAhead) {
		saveAndFlush(new SigningKey(key, (count() == 0) ? now() : now().plus(publishedAhead)));
	}

	SigningKey saveAndFlush(SigningKey key);

	/** Forgets the keys whose successor had begun to sign by then. */
	@Modifying
	@Query("""
			delete from SigningKey old where exists (
			  select 1 from SigningKey next where next.signsFrom > old.signsFrom and next.signsFrom < :time)""")
	void removeThoseSucceededBefore(Instant time);

}
