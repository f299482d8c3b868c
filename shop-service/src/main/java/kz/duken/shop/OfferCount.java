package kz.duken.shop;

import java.util.UUID;

/** How many offers a shop has, deleted ones apart. */
record OfferCount(UUID shopId, long offers) {
}
