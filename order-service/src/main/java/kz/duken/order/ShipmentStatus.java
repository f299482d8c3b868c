package kz.duken.order;

/** Where a shipment stands, in the order in which it advances. */
enum ShipmentStatus {

	PREPARING, SHIPPED, DELIVERED, RECEIVED, CANCELLED;

	String inWords() {
		return switch (this) {
			case PREPARING -> "being prepared";
			case SHIPPED -> "under way";
			case DELIVERED -> "delivered";
			case RECEIVED -> "received";
			case CANCELLED -> "cancelled";
		};
	}

	boolean canBecome(ShipmentStatus next) {
		return switch (this) {
			case PREPARING -> next == SHIPPED || next == CANCELLED;
			case SHIPPED -> next == DELIVERED;
			case DELIVERED -> next == RECEIVED;
			case RECEIVED, CANCELLED -> false;
		};
	}

}
