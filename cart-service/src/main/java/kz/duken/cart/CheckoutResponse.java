package kz.duken.cart;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A cart as a checkout reads it.
 *
 * @param id {@code null} until something was put in
 */
record CheckoutResponse(@Nullable UUID id, List<Item> items, Money sum, @Nullable String promoCode, Money discount,
		Money total) {

	static CheckoutResponse of(PricedCart cart) {
		return new CheckoutResponse(cart.id(), cart.lines().stream().map(Item::of).toList(), cart.sum(),
				cart.promoCode(), cart.discount(), cart.total());
	}

	record Item(UUID itemId, UUID productId, UUID shopId, String shopName, String name, Money unitPrice,
			Money acceptedPrice, int quantity, Money lineTotal, boolean available) {

		static Item of(PricedLine priced) {
			CartLine line = priced.line();
			return new Item(line.id(), line.offer().productId(), line.offer().shopId(), priced.shopName(), line.name(),
					priced.unitPrice(), line.acceptedPrice(), line.quantity(), priced.total(), priced.available());
		}

	}

}
