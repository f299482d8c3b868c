package kz.duken.shop.wallet;

import java.time.Instant;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a shop's account.
 *
 * @param amount signed
 * @param orderId the order that was sold; {@code null} for a payout
 */
record Entry(UUID id, Instant at, Kind kind, Money amount, Money balanceAfter, @Nullable UUID orderId) {

	enum Kind {

		SALE, PAYOUT

	}

}
