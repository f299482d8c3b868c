package kz.duken.order.cart;

import java.util.List;
import java.util.Objects;

import kz.duken.commons.money.Money;

/**
 * A customer's cart at the shops' prices of this moment.
 *
 * @param discount of the items' sum
 */
public record Cart(List<CartItem> items, Money discount) {

	public Cart {
		items = List.copyOf(items);
		Objects.requireNonNull(discount);
	}

}
