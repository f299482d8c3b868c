package kz.duken.order.cart;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an order takes out of a cart.
 *
 * @param promoCode the one that it has used, if any
 */
public record OrderedGoods(List<Line> lines, @Nullable String promoCode) {

	/** Some pieces of one offer. */
	public record Line(UUID productId, UUID shopId, int quantity) {
	}

}
