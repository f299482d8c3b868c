package kz.duken.shop.reservation;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import kz.duken.commons.money.Money;

/** What an order holds of an offer. */
@Embeddable
record HeldLine(UUID offerId, int quantity, Money price) {
}
