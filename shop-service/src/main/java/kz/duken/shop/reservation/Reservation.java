package kz.duken.shop.reservation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import org.jspecify.annotations.Nullable;

/** What an order was told, and what became of what it holds. */
@Entity
class Reservation {

	@Id
	private UUID orderId;

	@Enumerated(EnumType.STRING)
	private Outcome outcome;

	private @Nullable Instant committedAt;

	private @Nullable Instant releasedAt;

	@ElementCollection
	@CollectionTable(name = "reservation_line", joinColumns = @JoinColumn(name = "order_id"))
	@OrderBy("offerId")
	private Set<HeldLine> held;

	@ElementCollection
	@CollectionTable(name = "reservation_refusal", joinColumns = @JoinColumn(name = "order_id"))
	private Set<RefusedLine> refused;

	@SuppressWarnings("NullAway.Init")
	protected Reservation() {
	}

	/** Makes one that has just begun what was decided. */
	void settle(Decision decision) {
		this.outcome = decision.answer().outcome();
		this.refused.addAll(decision.answer().lines());
		this.held.addAll(decision.held());
	}

	/**
	 * Makes what is held sold; again without effect.
	 * @throws NothingHeld when nothing is
	 */
	void commit(Instant now) {
		if (this.outcome != Outcome.RESERVED || this.releasedAt != null) {
			throw new NothingHeld();
		}
		if (this.committedAt == null) {
			this.committedAt = now;
		}
	}

	/**
	 * Gives up what is held.
	 * @return what comes back by it, in the order of the offers' ids; again nothing
	 * @throws AlreadyCommitted when it is sold
	 */
	List<HeldLine> release(Instant now) {
		if (this.committedAt != null) {
			throw new AlreadyCommitted();
		}
		if (this.outcome != Outcome.RESERVED || this.releasedAt != null) {
			return List.of();
		}
		this.releasedAt = now;
		return List.copyOf(this.held);
	}

	Outcome outcome() {
		return this.outcome;
	}

	ReserveAnswer answer() {
		return new ReserveAnswer(this.outcome,
				this.refused.stream()
					.sorted(Comparator.comparing(RefusedLine::productId).thenComparing(RefusedLine::shopId))
					.toList());
	}

}
