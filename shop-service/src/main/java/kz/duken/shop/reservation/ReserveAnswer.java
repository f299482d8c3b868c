package kz.duken.shop.reservation;

import java.util.List;

/**
 * The answer to an order.
 *
 * @param lines those that were refused
 */
record ReserveAnswer(Outcome outcome, List<RefusedLine> lines) {

	static ReserveAnswer of(Outcome outcome) {
		return new ReserveAnswer(outcome, List.of());
	}

}
