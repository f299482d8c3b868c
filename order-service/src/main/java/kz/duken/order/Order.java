package kz.duken.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.order.cart.OrderedGoods;
import kz.duken.order.shop.ReservationRequest;
import kz.duken.order.wallet.PaymentRequest;
import kz.duken.order.wallet.RefundRequest;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands. It changes by {@link CheckoutProgress} until its checkout is at
 * the end, and afterwards by what becomes of its shipments.
 *
 * @param deadline until when it may be reserved and paid
 * @param rejection why it was refused, or {@code null}
 */
record Order(UUID id, String number, UUID customerId, CheckoutStep step, OrderStatus status,
		PaymentStatus paymentStatus, List<OrderLine> lines, Money sum, Money discount, Money total,
		DeliveryAddress deliveryAddress, @Nullable String comment, List<Shipment> shipments,
		@Nullable Rejection rejection, Instant placedAt, Instant deadline) {

	boolean isAtTheEnd() {
		return this.step == CheckoutStep.END;
	}

	/** Whether what is left of it can be cancelled: no shop has shipped. */
	boolean isCancellable() {
		return this.status == OrderStatus.CONFIRMED && this.shipments.stream()
			.map(Shipment::status)
			.allMatch(
					(shipment) -> shipment == ShipmentStatus.CANCELLED || shipment.canBecome(ShipmentStatus.CANCELLED));
	}

	/** Where it stands once it is confirmed. */
	OrderStatus statusByShipments() {
		return OrderStatus.of(this.shipments.stream().map(Shipment::status).toList());
	}

	ReservationRequest reservationRequest() {
		return new ReservationRequest(this.deadline,
				this.lines.stream()
					.map((line) -> new ReservationRequest.Line(line.productId(), line.shopId(), line.quantity(),
							line.unitPrice()))
					.toList());
	}

	PaymentRequest paymentRequest() {
		return new PaymentRequest(this.customerId, this.sum, this.discount, this.total, this.deadline);
	}

	OrderedGoods goods() {
		return new OrderedGoods(this.lines.stream()
			.map((line) -> new OrderedGoods.Line(line.productId(), line.shopId(), line.quantity()))
			.toList());
	}

	RefundRequest refundRequest(UUID shopId) {
		Shipment shipment = shipment(shopId);
		return new RefundRequest(shipment.sum(), shipment.total(), shipment.discount());
	}

	Shipment shipment(UUID shopId) {
		return this.shipments.stream().filter((shipment) -> shipment.shopId().equals(shopId)).findFirst().orElseThrow();
	}

}
