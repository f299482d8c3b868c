package kz.duken.order;

import java.util.Collection;
import java.util.Comparator;

/** Where an order stands, as its customer sees it. */
enum OrderStatus {

	PENDING, CONFIRMED, SHIPPED, DELIVERED, CANCELLED, REJECTED;

	/**
	 * Where a confirmed order stands: where its least advanced shipment stands that is
	 * not cancelled.
	 */
	static OrderStatus of(Collection<ShipmentStatus> shipments) {
		return shipments.stream()
			.filter((shipment) -> shipment != ShipmentStatus.CANCELLED)
			.min(Comparator.naturalOrder())
			.map(OrderStatus::of)
			.orElse(CANCELLED);
	}

	private static OrderStatus of(ShipmentStatus leastAdvanced) {
		return switch (leastAdvanced) {
			case PREPARING -> CONFIRMED;
			case SHIPPED -> SHIPPED;
			case DELIVERED, RECEIVED -> DELIVERED;
			case CANCELLED -> CANCELLED;
		};
	}

}
