package kz.duken.order.wallet;

import kz.duken.commons.money.Money;

/**
 * A shipment's share of what was paid.
 *
 * @param gross {@code net} and {@code discount}
 * @param net what goes back to the wallet
 * @param discount what the store had added
 */
public record RefundRequest(Money gross, Money net, Money discount) {
}
