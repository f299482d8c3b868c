package kz.duken.order;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

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
	 */
	boolean cancel() {
		if (this.status == ShipmentStatus.CANCELLED) {
			return false;
		}
		become(ShipmentStatus.CANCELLED);
		return true;
	}

	private void become(ShipmentStatus next) {
		Assert.state(this.status.canBecome(next), () -> "No shipment goes from " + this.status + " to " + next);
		this.status = next;
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
