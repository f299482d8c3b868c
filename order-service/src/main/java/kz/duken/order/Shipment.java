package kz.duken.order;

import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one shop sends of an order.
 *
 * @param sum of its lines
 * @param discount its share of the order's discount
 * @param total what the customer pays for it: {@code sum} less {@code discount}
 */
record Shipment(UUID shopId, String shopName, ShipmentStatus status, Money sum, Money discount, Money total,
		@Nullable String trackingNumber) {
}
