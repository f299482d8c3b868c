package kz.duken.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/** A shop's part of an order, as the shop sees it. */
record ShipmentResponse(UUID orderId, String number, ShipmentStatus status, Money total, List<OrderResponse.Item> items,
		DeliveryAddress deliveryAddress, @Nullable String trackingNumber, Instant placedAt) {

	static ShipmentResponse of(Order order, UUID shopId) {
		Shipment shipment = order.shipment(shopId);
		return new ShipmentResponse(order.id(), order.number(), shipment.status(), shipment.total(),
				order.lines()
					.stream()
					.filter((line) -> line.shopId().equals(shopId))
					.map(OrderResponse.Item::of)
					.toList(),
				order.deliveryAddress(), shipment.trackingNumber(), order.placedAt());
	}

}
