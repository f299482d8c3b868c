package kz.duken.shop.reservation;

import java.util.UUID;

import kz.duken.commons.money.Money;

/** What an order holds of an offer. */
record HeldLine(UUID offerId, int quantity, Money price) {
}
