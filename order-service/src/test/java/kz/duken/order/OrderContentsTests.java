package kz.duken.order;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.order.cart.Cart;
import kz.duken.order.cart.CartItem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class OrderContentsTests {

	private final UUID large = UUID.randomUUID();

	private final UUID small = UUID.randomUUID();

	@Test
	void eachShopBearsTheShareOfTheDiscountThatGoesWithItsSum() {
		Cart cart = new Cart(List.of(item(this.small, "50", 1), item(this.large, "30", 2), item(this.large, "40", 1)),
				"SPRING", Money.of("10"));

		OrderContents contents = OrderContents.of(UUID.randomUUID(), cart);

		assertThat(contents.shipments())
			.extracting(Shipment::shopId, Shipment::sum, Shipment::discount, Shipment::total)
			.containsExactlyInAnyOrder(tuple(this.large, Money.of("100"), Money.of("6.67"), Money.of("93.33")),
					tuple(this.small, Money.of("50"), Money.of("3.33"), Money.of("46.67")));
		assertThat(contents.total()).isEqualTo(Money.of("140"));
	}

	private static CartItem item(UUID shopId, String price, int quantity) {
		return new CartItem(UUID.randomUUID(), UUID.randomUUID(), shopId, "A shop", "A product", Money.of(price),
				Money.of(price), quantity);
	}

}
