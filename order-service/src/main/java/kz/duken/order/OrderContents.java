package kz.duken.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import kz.duken.commons.money.Money;
import kz.duken.order.cart.Cart;
import kz.duken.order.cart.CartItem;
import org.jspecify.annotations.Nullable;

/** What is ordered: the cart at this moment, one shipment for each shop in it. */
record OrderContents(List<OrderLine> lines, List<Shipment> shipments, Money sum, Money discount, Money total,
		@Nullable String promoCode) {

	static OrderContents of(UUID orderId, Cart cart) {
		List<OrderLine> lines = cart.items().stream().map(OrderContents::line).toList();
		Money sum = sum(lines);
		return new OrderContents(lines, shipments(orderId, cart), sum, cart.discount(), sum.minus(cart.discount()),
				cart.promoCode());
	}

	private static List<Shipment> shipments(UUID orderId, Cart cart) {
		Map<UUID, List<CartItem>> byShop = cart.items()
			.stream()
			.collect(Collectors.groupingBy(CartItem::shopId, LinkedHashMap::new, Collectors.toList()));
		List<Money> sums = byShop.values()
			.stream()
			.map((items) -> sum(items.stream().map(OrderContents::line).toList()))
			.toList();
		List<Money> discounts = Shares.of(cart.discount(), sums);
		List<Shipment> shipments = new ArrayList<>();
		byShop.forEach((shopId, items) -> {
			int place = shipments.size();
			shipments
				.add(new Shipment(orderId, shopId, items.getFirst().shopName(), sums.get(place), discounts.get(place)));
		});
		return shipments;
	}

	private static OrderLine line(CartItem item) {
		return new OrderLine(item.itemId(), item.productId(), item.shopId(), item.name(), item.unitPrice(),
				item.quantity());
	}

	private static Money sum(List<OrderLine> lines) {
		return lines.stream().map(OrderLine::total).reduce(Money.ZERO, Money::plus);
	}

}
