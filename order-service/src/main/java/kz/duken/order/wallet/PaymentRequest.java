package kz.duken.order.wallet;

import java.time.Instant;
import java.util.UUID;

import kz.duken.commons.money.Money;

/**
 * Money to take from a wallet.
 *
 * @param total {@code sum} less {@code discount}: what the customer pays
 * @param deadline first asked later, it is refused
 */
public record PaymentRequest(UUID customerId, Money sum, Money discount, Money total, Instant deadline) {
}
