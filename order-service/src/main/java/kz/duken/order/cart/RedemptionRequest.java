package kz.duken.order.cart;

import java.time.Instant;
import java.util.UUID;

import kz.duken.commons.money.Money;

/**
 * A promo code to use up.
 *
 * @param sum of the order before the discount
 * @param discount that the customer was shown
 * @param deadline first asked later, it is refused
 */
public record RedemptionRequest(UUID customerId, String code, Money sum, Money discount, Instant deadline) {
}
