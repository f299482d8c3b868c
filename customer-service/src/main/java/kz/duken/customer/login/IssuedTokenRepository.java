package kz.duken.customer.login;

import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface IssuedTokenRepository extends Repository<IssuedToken, byte[]> {

	IssuedToken save(IssuedToken token);

	Optional<IssuedToken> findByHash(byte[] hash);

	/** Whether a successor of the token has been spent. */
	boolean existsByPredecessorAndSpentAtIsNotNull(byte[] predecessor);

	/** Forgets up to so many that nobody can use any more. */
	@Transactional
	@Modifying
	@NativeQuery("""
			delete from refresh_token where hash in (
			  select hash from refresh_token where expires_at < clock_timestamp() limit :limit)""")
	int removeExpired(int limit);

}
