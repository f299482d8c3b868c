package kz.duken.order;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Something that is left to do at a neighbour once a shipment has come to its end. Its
 * row, like an order's, carries the lease of whoever is at work on it.
 */
@Entity
@Immutable
class Settlement {

	@EmbeddedId
	private Key key;

	@SuppressWarnings("UnusedVariable") // queries name it
	private @Nullable Instant doneAt;

	enum Kind {

		/** What was bought goes back to the shop's stock. */
		RESTOCK,

		/** What was paid for it goes back to the wallet. */
		REFUND,

		/** What was paid for it goes to the shop. */
		CREDIT,

		/** The order's promo code can be used again. */
		UNREDEEM

	}

	/** What is settled is settled once. */
	@Embeddable
	record Key(UUID orderId, UUID shopId, @Enumerated(EnumType.STRING) @Column(name = "kind") Kind kind) {
	}

	@SuppressWarnings("NullAway.Init")
	protected Settlement() {
	}

	UUID orderId() {
		return this.key.orderId();
	}

	UUID shopId() {
		return this.key.shopId();
	}

	Kind kind() {
		return this.key.kind();
	}

	@Override
	public String toString() {
		return kind() + " of order " + orderId() + " at shop " + shopId();
	}

}
