package kz.duken.order;

import java.util.UUID;

/**
 * Something that is left to do at a neighbour once a shipment has come to its end.
 *
 * @param shopId whose shipment it is
 */
record Settlement(UUID orderId, UUID shopId, Kind kind) {

	enum Kind {

		/** What was bought goes back to the shop's stock. */
		RESTOCK,

		/** What was paid for it goes back to the wallet. */
		REFUND

	}

}
