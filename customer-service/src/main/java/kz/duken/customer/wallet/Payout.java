package kz.duken.customer.wallet;

import java.util.UUID;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import org.hibernate.annotations.Immutable;

/** A client's key, and the payout that was made under it. */
@Entity
@Immutable
class Payout {

	@EmbeddedId
	@SuppressWarnings("UnusedVariable") // queries name it
	private TopUp.Key key;

	private String requestHash;

	private UUID transferId;

	@SuppressWarnings("NullAway.Init")
	protected Payout() {
	}

	boolean answers(String hash) {
		return this.requestHash.equals(hash);
	}

	UUID transferId() {
		return this.transferId;
	}

}
