package kz.duken.order;

import java.util.UUID;

import kz.duken.commons.money.Money;

/**
 * Some pieces of one offer, at the price that the customer agreed to.
 *
 * @param itemId the item of the cart that it was
 * @param name of the product, as it was then
 */
record OrderLine(UUID itemId, UUID productId, UUID shopId, String name, Money unitPrice, int quantity) {

	Money total() {
		return this.unitPrice.times(this.quantity);
	}

}
