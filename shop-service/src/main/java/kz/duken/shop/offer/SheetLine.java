package kz.duken.shop.offer;

import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it is to become.
 *
 * @param id of the offer that is there, or of the new one
 */
public record SheetLine(UUID id, UUID productId, @Nullable String sku, Money price, int stock) {
}
