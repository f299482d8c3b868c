package kz.duken.customer.login;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import kz.duken.commons.Ids;
import kz.duken.customer.SavedOnce;
import org.jspecify.annotations.Nullable;

/** A family of refresh tokens; its id is the {@code sid} of access tokens. */
@Entity
class Login implements SavedOnce<UUID> {

	@Id
	private UUID id;

	private UUID customerId;

	private @Nullable Instant endedAt;

	private Instant expiresAt;

	@SuppressWarnings("NullAway.Init")
	protected Login() {
	}

	Login(UUID customerId, Instant expiresAt) {
		this.id = Ids.next();
		this.customerId = customerId;
		this.expiresAt = expiresAt;
	}

	/** Lasts as long as its last token. */
	void lastUntil(Instant time) {
		if (this.expiresAt.isBefore(time)) {
			this.expiresAt = time;
		}
	}

	/** Ends it for good. Repeating is safe. */
	void end(Instant now) {
		if (this.endedAt == null) {
			this.endedAt = now;
		}
	}

	boolean hasEnded() {
		return this.endedAt != null;
	}

	UUID customerId() {
		return this.customerId;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

}
