package kz.duken.order.cart;

import java.util.List;
import java.util.Objects;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer's cart at the shops' prices of this moment.
 *
 * @param promoCode the one attached, if any
 * @param discount of the items' sum, as if the code applied
 */
public record Cart(List<CartItem> items, @Nullable String promoCode, Money discount) {

	public Cart {
		items = List.copyOf(items);
		Objects.requireNonNull(discount);
	}

	public Money sum() {
		return this.items.stream().map(CartItem::total).reduce(Money.ZERO, Money::plus);
	}

	/** What the customer is shown. */
	public Money total() {
		return sum().minus(this.discount);
	}

}
