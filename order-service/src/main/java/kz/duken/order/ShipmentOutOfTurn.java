package kz.duken.order;

/** The shipment does not stand where it would have to for that. */
class ShipmentOutOfTurn extends RuntimeException {

	private final ShipmentStatus status;

	ShipmentOutOfTurn(ShipmentStatus status) {
		super(status.name());
		this.status = status;
	}

	ShipmentStatus status() {
		return this.status;
	}

}
