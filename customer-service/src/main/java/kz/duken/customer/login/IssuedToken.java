package kz.duken.customer.login;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import kz.duken.customer.SavedOnce;
import org.jspecify.annotations.Nullable;

/** What is kept of a {@link RefreshToken}; changes while its login is locked. */
@Entity
@Table(name = "refresh_token")
class IssuedToken implements SavedOnce<byte[]> {

	@Id
	private byte[] hash;

	@ManyToOne(fetch = FetchType.LAZY)
	private Login login;

	@Column
	private byte @Nullable [] predecessor;

	private Instant expiresAt;

	private @Nullable Instant spentAt;

	@SuppressWarnings("NullAway.Init")
	protected IssuedToken() {
	}

	/**
	 * Issues a token, which makes its login last as long.
	 * @param predecessor the token that was spent for it, {@code null} for the first
	 */
	IssuedToken(RefreshToken token, Login login, @Nullable RefreshToken predecessor, Instant expiresAt) {
		this.hash = token.hash();
		this.login = login;
		this.predecessor = (predecessor != null) ? predecessor.hash() : null;
		this.expiresAt = expiresAt;
		this.login.lastUntil(expiresAt);
	}

	boolean lastsAt(Instant now) {
		return this.expiresAt.isAfter(now);
	}

	/** Spends it; {@code false} when it has been spent before. */
	boolean spend(Instant now) {
		if (this.spentAt != null) {
			return false;
		}
		this.spentAt = now;
		return true;
	}

	boolean wasSpentWithin(Duration grace, Instant now) {
		return this.spentAt != null && this.spentAt.isAfter(now.minus(grace));
	}

	@Override
	public byte[] getId() {
		return this.hash;
	}

}
