package kz.duken.customer.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Logins and their refresh tokens, all by the database's clock. */
@Repository
class LoginRepository {

	private final JdbcClient database;

	LoginRepository(JdbcClient database) {
		this.database = database;
	}

	void start(UUID loginId, UUID customerId, Duration lifetime) {
		this.database.sql("""
				insert into login (id, customer_id, expires_at)
				values (:id, :customerId, clock_timestamp() + make_interval(secs => :lifetime))""")
			.param("id", loginId)
			.param("customerId", customerId)
			.param("lifetime", lifetime.toSeconds())
			.update();
	}

	/**
	 * Adds a token, which makes its login last as long.
	 * @param predecessor the token that was spent for it, {@code null} for the first
	 */
	void add(RefreshToken token, UUID loginId, @Nullable RefreshToken predecessor, Duration lifetime) {
		this.database.sql("""
				with token as (
				  insert into refresh_token (hash, login_id, predecessor, expires_at)
				  values (:hash, :loginId, :predecessor, clock_timestamp() + make_interval(secs => :lifetime))
				  returning login_id, expires_at
				)
				update login set expires_at = greatest(login.expires_at, token.expires_at)
				from token where login.id = token.login_id""")
			.param("hash", token.hash())
			.param("loginId", loginId)
			.param("predecessor", (predecessor != null) ? predecessor.hash() : null)
			.param("lifetime", lifetime.toSeconds())
			.update();
	}

	/**
	 * Locks the login that the token belongs to, so that whatever is done with its tokens
	 * is done one after another; empty for an unknown token.
	 */
	Optional<Login> lock(RefreshToken token) {
		return this.database.sql("""
				select id, customer_id, ended_at is not null as ended from login
				where id = (select login_id from refresh_token where hash = :hash) for update""")
			.param("hash", token.hash())
			.query((row, number) -> login(row))
			.optional();
	}

	/** How the token stands; ask while its login is locked. */
	TokenState state(RefreshToken token, Duration grace) {
		return this.database.sql("""
				select case
				  when expires_at <= clock_timestamp() then 'EXPIRED'
				  when spent_at is null then 'FRESH'
				  when spent_at > clock_timestamp() - make_interval(secs => :grace) and not exists (
				    select from refresh_token successor
				    where successor.predecessor = token.hash and successor.spent_at is not null
				  ) then 'SPENT_JUST_NOW'
				  else 'SPENT' end
				from refresh_token token where hash = :hash""")
			.param("hash", token.hash())
			.param("grace", grace.toSeconds())
			.query(TokenState.class)
			.optional()
			.orElse(TokenState.EXPIRED);
	}

	void spend(RefreshToken token) {
		this.database
			.sql("update refresh_token set spent_at = clock_timestamp() where hash = :hash and spent_at is null")
			.param("hash", token.hash())
			.update();
	}

	void end(UUID loginId) {
		this.database.sql("update login set ended_at = clock_timestamp() where id = :id and ended_at is null")
			.param("id", loginId)
			.update();
	}

	void end(RefreshToken token) {
		this.database.sql("""
				update login set ended_at = clock_timestamp()
				where id = (select login_id from refresh_token where hash = :hash) and ended_at is null""")
			.param("hash", token.hash())
			.update();
	}

	/** Forgets up to so many tokens that nobody can use any more. */
	int removeExpiredTokens(int limit) {
		return this.database.sql("""
				delete from refresh_token where hash in (
				  select hash from refresh_token where expires_at < clock_timestamp() limit :limit)""")
			.param("limit", limit)
			.update();
	}

	/** Forgets up to so many logins that have no tokens any more. */
	int removeExpiredLogins(int limit) {
		return this.database.sql("""
				delete from login where id in (
				  select id from login where expires_at < clock_timestamp()
				    and not exists (select from refresh_token where login_id = login.id) limit :limit)""")
			.param("limit", limit)
			.update();
	}

	private static Login login(ResultSet row) throws SQLException {
		return new Login(row.getObject("id", UUID.class), row.getObject("customer_id", UUID.class),
				row.getBoolean("ended"));
	}

	/** A family of refresh tokens. */
	record Login(UUID id, UUID customerId, boolean ended) {
	}

	enum TokenState {

		FRESH,

		/** Spent within the grace, and none of its successors has been. */
		SPENT_JUST_NOW,

		SPENT, EXPIRED

	}

}
