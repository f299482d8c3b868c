package kz.duken.order;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/** What one shop sends of an order. */
@Entity
class Shipment {

	@EmbeddedId
	private Key key;

	@Column(updatable = false)
	private String shopName;

	@Enumerated(EnumType.STRING)
	private ShipmentStatus status;

	@Column(updatable = false)
	private Money sum;

	@Column(updatable = false)
	private Money discount;

	@Column(updatable = false)
	private Money total;

	private @Nullable String trackingNumber;

	@SuppressWarnings("UnusedVariable") // queries name it
	private @Nullable Instant deliveredAt;

	/** An order has one shipment per shop. */
	@Embeddable
	record Key(@Column(name = "order_id") UUID orderId, UUID shopId) {
	}

	@SuppressWarnings("NullAway.Init")
	protected Shipment() {
	}

	/**
	 * A shipment that is to be prepared.
	 * @param sum of its lines
	 * @param discount its share of the order's discount
	 */
	Shipment(UUID orderId, UUID shopId, String shopName, Money sum, Money discount) {
		this.key = new Key(orderId, shopId);
		this.shopName = shopName;
		this.status = ShipmentStatus.PREPARING;
		this.sum = sum;
		this.discount = discount;
		this.total = sum.minus(discount);
	}

	/** Whether cancelling the order is not too late for it. */
	boolean isCancellable() {
		return this.status == ShipmentStatus.CANCELLED || this.status.canBecome(ShipmentStatus.CANCELLED);
	}

	/**
	 * Ends it before it is sent.
	 * @return {@code false} when it was cancelled before
	 * @throws ShipmentOutOfTurn when it was sent
	 */
	boolean cancel() {
		return becomes(ShipmentStatus.CANCELLED);
	}

	/**
	 * The shop has sent it.
	 * @return {@code false} when it had before
	 * @throws ShipmentOutOfTurn when it cannot be sent (any more)
	 */
	boolean ship(@Nullable String number) {
		boolean changed = becomes(ShipmentStatus.SHIPPED);
		if (changed) {
			this.trackingNumber = number;
		}
		return changed;
	}

	/**
	 * It has arrived.
	 * @return {@code false} when it had before
	 * @throws ShipmentOutOfTurn when it is not under way
	 */
	boolean deliver(Instant now) {
		boolean changed = becomes(ShipmentStatus.DELIVERED);
		if (changed) {
			this.deliveredAt = now;
		}
		return changed;
	}

	/**
	 * The customer has it.
	 * @return {@code false} when he had before
	 * @throws ShipmentOutOfTurn when it was not delivered
	 */
	boolean receive() {
		return becomes(ShipmentStatus.RECEIVED);
	}

	private boolean becomes(ShipmentStatus next) {
		if (this.status == next) {
			return false;
		}
		if (!this.status.canBecome(next)) {
			throw new ShipmentOutOfTurn(this.status);
		}
		this.status = next;
		return true;
	}

	UUID shopId() {
		return this.key.shopId();
	}

	String shopName() {
		return this.shopName;
	}

	ShipmentStatus status() {
		return this.status;
	}

	Money sum() {
		return this.sum;
	}

	Money discount() {
		return this.discount;
	}

	/** What the customer pays for it. */
	Money total() {
		return this.total;
	}

	@Nullable String trackingNumber() {
		return this.trackingNumber;
	}

}
