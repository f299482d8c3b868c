package kz.duken.order;

/** The shipment does not stand where it would have to for that. */
class ShipmentOutOfTurn extends RuntimeException {

	ShipmentOutOfTurn(ShipmentStatus status) {
		super("The shipment is " + status.inWords()
				+ "; it is sent, then delivered, then received, or cancelled before it is sent.");
	}

	/** Its order is not confirmed, or not to be any more. */
	ShipmentOutOfTurn(OrderStatus status) {
		super((status == OrderStatus.REJECTED) ? "The order was rejected: nothing of it is sent."
				: "The order is still being checked out: nothing of it was sent yet.");
	}

}
