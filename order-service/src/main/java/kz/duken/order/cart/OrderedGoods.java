package kz.duken.order.cart;

import java.util.List;
import java.util.UUID;

/** What an order takes out of a cart. */
public record OrderedGoods(List<Line> lines) {

	/** Some pieces of one offer. */
	public record Line(UUID productId, UUID shopId, int quantity) {
	}

}
