package kz.duken.order;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Something that happened to an order, or to a shop's shipment of it. */
@Entity
@Immutable
@Table(name = "order_history")
class HistoryEntry {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@SuppressWarnings("UnusedVariable") // queries name it
	private UUID orderId;

	@Column(insertable = false)
	private Instant at;

	@Enumerated(EnumType.STRING)
	private Type type;

	private String detail;

	private @Nullable UUID shopId;

	enum Type {

		PLACED, PAID, CONFIRMED, REJECTED, SHIPPED, DELIVERED, RECEIVED, CANCELLED, REFUNDED

	}

	@SuppressWarnings("NullAway.Init")
	protected HistoryEntry() {
	}

	/**
	 * Something that happens now, by the database's clock.
	 * @param detail one line for people
	 * @param shopId whose shipment it happens to, {@code null} when to the whole order
	 */
	@SuppressWarnings("NullAway.Init")
	HistoryEntry(UUID orderId, Type type, String detail, @Nullable UUID shopId) {
		this.orderId = orderId;
		this.type = type;
		this.detail = detail;
		this.shopId = shopId;
	}

	/** Its place in the history. */
	long id() {
		return Objects.requireNonNull(this.id);
	}

	Instant at() {
		return this.at;
	}

	Type type() {
		return this.type;
	}

	String detail() {
		return this.detail;
	}

	@Nullable UUID shopId() {
		return this.shopId;
	}

}
