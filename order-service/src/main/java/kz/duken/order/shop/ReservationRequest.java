package kz.duken.order.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;

/**
 * Goods to set aside, all or none.
 *
 * @param deadline first asked later, it is refused
 */
public record ReservationRequest(Instant deadline, List<Line> lines) {

	/** Some pieces of one offer, at the price that the customer agreed to. */
	public record Line(UUID productId, UUID shopId, int quantity, Money price) {
	}

}
