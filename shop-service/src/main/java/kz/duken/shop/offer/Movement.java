package kz.duken.shop.offer;

/** Why stock moves. */
enum Movement {

	/** The owner offers the product, or offers it again: what he now has. */
	OPENING,

	/** The owner has counted: the difference to what stood there. */
	ADJUSTMENT,

	/** An order holds it; whether it stays sold is the reservation's to say. */
	SALE,

	/** An order that came to nothing gives back what it held. */
	RELEASE,

	/** A cancelled shipment gives back what was sold. */
	RESTOCK

}
