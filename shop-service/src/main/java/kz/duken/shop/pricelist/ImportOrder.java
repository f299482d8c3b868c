package kz.duken.shop.pricelist;

import java.util.UUID;

/**
 * What is to be done with a price list.
 *
 * @param shopActive whether cards may be made for the shop
 * @param dryRun whether to change nothing and only say what would change
 * @param force whether prices may change by more than half
 */
record ImportOrder(UUID shopId, boolean shopActive, boolean dryRun, boolean force) {
}
