package kz.duken.cart;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A cart as its customer sees it.
 *
 * @param id {@code null} until something was put in
 * @param count in pieces
 */
record CartResponse(@Nullable UUID id, List<Item> items, int count, Money sum, @Nullable String promoCode,
		Money discount, Money total, String currency, List<Notice> notices) {

	static CartResponse of(PricedCart cart) {
		return new CartResponse(cart.id(), cart.lines().stream().map(Item::of).toList(), cart.count(), cart.sum(),
				cart.promoCode(), cart.discount(), cart.total(), "KZT", Notice.of(cart));
	}

	record Item(UUID id, UUID productId, UUID shopId, String name, @Nullable String image, Money unitPrice,
			Money acceptedPrice, boolean priceChanged, int quantity, Money lineTotal, boolean available) {

		static Item of(PricedLine priced) {
			CartLine line = priced.line();
			return new Item(line.id(), line.offer().productId(), line.offer().shopId(), line.name(), line.image(),
					priced.unitPrice(), line.acceptedPrice(), priced.priceChanged(), line.quantity(), priced.total(),
					priced.available());
		}

	}

}
