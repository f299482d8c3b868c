package kz.duken.order;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import kz.duken.commons.money.Money;

/**
 * Some pieces of one offer, at the price that the customer agreed to.
 *
 * @param itemId the item of the cart that it was
 * @param name of the product, as it was then
 */
@Embeddable
record OrderLine(@Column(name = "cart_item_id") UUID itemId, UUID productId, UUID shopId, String name, Money unitPrice,
		int quantity) {

	Money total() {
		return this.unitPrice.times(this.quantity);
	}

}
