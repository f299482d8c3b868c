package kz.duken.product;

import java.util.UUID;

import kz.duken.commons.money.Money;

/** The offer that a customer gets by default, and why. */
record BestOffer(UUID id, UUID shopId, String shopName, Money price, BestOfferRule rule, String reason) {
}
