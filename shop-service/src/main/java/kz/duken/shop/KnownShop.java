package kz.duken.shop;

import java.util.UUID;

/** What another service may know of any shop: above all, whose it is. */
record KnownShop(UUID id, String name, UUID ownerId, ShopStatus status) {
}
