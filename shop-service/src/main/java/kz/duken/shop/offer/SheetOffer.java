package kz.duken.shop.offer;

import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An offer as a price list finds it.
 *
 * @param ordered what orders have given back since the list was first sent, less what
 * they have taken; one that was not paid then has taken it since, for nobody in the shop
 * knew of it
 * @param live false for a tombstone, whose price and stock no longer count
 */
public record SheetOffer(UUID id, UUID productId, @Nullable String sku, Money price, int stock, int ordered,
		boolean live) {
}
