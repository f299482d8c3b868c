package kz.duken.shop.reservation;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import kz.duken.commons.money.Money;

/**
 * What stood where an order's line could not be served.
 *
 * @param price the current one; the order's own if there never was such an offer
 * @param available how many could be had, 0 when it is not on sale
 */
@Embeddable
record RefusedLine(UUID productId, UUID shopId, Money price, int available) {
}
