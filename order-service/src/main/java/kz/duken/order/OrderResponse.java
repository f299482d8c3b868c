package kz.duken.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/** An order as clients see it. */
record OrderResponse(UUID id, String number, UUID customerId, OrderStatus status, PaymentStatus paymentStatus,
		List<Item> items, Money sum, Money discount, Money total, String currency, DeliveryAddress deliveryAddress,
		@Nullable String comment, List<Parcel> shipments, @Nullable Refusal rejection, Instant placedAt) {

	record Item(UUID productId, UUID shopId, String name, Money unitPrice, int quantity, Money lineTotal) {

		static Item of(OrderLine line) {
			return new Item(line.productId(), line.shopId(), line.name(), line.unitPrice(), line.quantity(),
					line.total());
		}

	}

	record Parcel(UUID shopId, String shopName, ShipmentStatus status, Money total, @Nullable String trackingNumber) {

		static Parcel of(Shipment shipment) {
			return new Parcel(shipment.shopId(), shipment.shopName(), shipment.status(), shipment.total(),
					shipment.trackingNumber());
		}

	}

	record Refusal(String slug, String detail) {

		static Refusal of(Rejection rejection) {
			return new Refusal(rejection.reason().slug(), rejection.detail());
		}

	}

	static OrderResponse of(Order order) {
		Rejection rejection = (order.status() == OrderStatus.REJECTED) ? order.rejection() : null;
		return new OrderResponse(order.id(), order.number(), order.customerId(), order.status(), order.paymentStatus(),
				order.lines().stream().map(Item::of).toList(), order.sum(), order.discount(), order.total(), "KZT",
				order.deliveryAddress(), order.comment(), order.shipments().stream().map(Parcel::of).toList(),
				(rejection != null) ? Refusal.of(rejection) : null, order.placedAt());
	}

}
