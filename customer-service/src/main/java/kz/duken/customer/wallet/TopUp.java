package kz.duken.customer.wallet;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import org.hibernate.annotations.Immutable;

/** A client's key, and the top-up that was made under it. */
@Entity
@Immutable
class TopUp {

	@EmbeddedId
	@SuppressWarnings("UnusedVariable") // queries name it
	private Key key;

	private String requestHash;

	private UUID transferId;

	@SuppressWarnings("NullAway.Init")
	protected TopUp() {
	}

	boolean answers(String requestHash) {
		return this.requestHash.equals(requestHash);
	}

	UUID transferId() {
		return this.transferId;
	}

	@Embeddable
	record Key(UUID callerId, String idempotencyKey) {
	}

}
