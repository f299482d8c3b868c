package kz.duken.order;

/** Where a shipment stands, in the order in which it advances. */
enum ShipmentStatus {

	PREPARING, SHIPPED, DELIVERED, RECEIVED, CANCELLED;

	boolean canBecome(ShipmentStatus next) {
		return switch (this) {
			case PREPARING -> next == SHIPPED || next == CANCELLED;
			case SHIPPED -> next == DELIVERED;
			case DELIVERED -> next == RECEIVED;
			case RECEIVED, CANCELLED -> false;
		};
	}

}
