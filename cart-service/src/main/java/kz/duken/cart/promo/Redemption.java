package kz.duken.cart.promo;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** What an order was answered about its code, for ever, and whether the use came back. */
@Entity
class Redemption {

	@Id
	private UUID orderId;

	@Column(updatable = false)
	@SuppressWarnings("UnusedVariable") // queries name it
	private @Nullable UUID customerId;

	@Column(updatable = false)
	private @Nullable String code;

	@Enumerated(EnumType.STRING)
	private Outcome outcome;

	@Enumerated(EnumType.STRING)
	private @Nullable Reason reason;

	private @Nullable Instant releasedAt;

	/** The ends that a redemption can have. */
	enum Outcome {

		REDEEMED, NOT_APPLICABLE, EXPIRED, RELEASED

	}

	@SuppressWarnings("NullAway.Init")
	protected Redemption() {
	}

	/** One that was just begun is refused. */
	void refuse(Reason why) {
		this.outcome = Outcome.NOT_APPLICABLE;
		this.reason = why;
	}

	/**
	 * Gives the use back.
	 * @return whether there was one to give back; again, there is none
	 */
	boolean release(Instant now) {
		boolean held = this.outcome == Outcome.REDEEMED && this.releasedAt == null;
		if (held) {
			this.releasedAt = now;
		}
		return held;
	}

	@Nullable String code() {
		return this.code;
	}

	Outcome outcome() {
		return this.outcome;
	}

	@Nullable Reason reason() {
		return this.reason;
	}

}
