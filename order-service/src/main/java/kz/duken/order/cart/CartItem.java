package kz.duken.order.cart;

import java.util.Objects;
import java.util.UUID;

import kz.duken.commons.money.Money;

/**
 * Some pieces of one offer.
 *
 * @param name of the product
 * @param unitPrice what the shop asks now
 * @param acceptedPrice what it asked when the customer last changed the line
 */
public record CartItem(UUID itemId, UUID productId, UUID shopId, String shopName, String name, Money unitPrice,
		Money acceptedPrice, int quantity) {

	public CartItem {
		Objects.requireNonNull(itemId);
		Objects.requireNonNull(productId);
		Objects.requireNonNull(shopId);
		Objects.requireNonNull(shopName);
		Objects.requireNonNull(name);
		Objects.requireNonNull(unitPrice);
		Objects.requireNonNull(acceptedPrice);
	}

	public Money total() {
		return this.unitPrice.times(this.quantity);
	}

}
