package kz.duken.customer.login;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import kz.duken.customer.DatabaseClock;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface LoginRepository extends Repository<Login, UUID>, DatabaseClock {

	Login save(Login login);

	/**
	 * The login that a token belongs to, with its row locked, so that whatever is done
	 * with its tokens is done one after another; empty for an unknown token.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select l from Login l where l.id = (select t.login.id from IssuedToken t where t.hash = :hash)")
	Optional<Login> lockByToken(byte[] hash);

	/** Ends all logins of a customer, but perhaps one. */
	@Modifying
	@Query("""
			update Login l set l.endedAt = :now
			where l.customerId = :customerId and l.endedAt is null and (:id is null or l.id <> :id)""")
	void endAllBut(@Nullable UUID id, UUID customerId, Instant now);

	/** Forgets up to so many that have no tokens any more. */
	@Transactional
	@Modifying
	@NativeQuery("""
			delete from login where id in (
			  select id from login where expires_at < clock_timestamp()
			    and not exists (select from refresh_token where login_id = login.id) limit :limit)""")
	int removeExpired(int limit);

}
