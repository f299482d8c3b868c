package kz.duken.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.test.TestTokens;

/** A customer with things in his cart, none like anybody else's. */
record Buyer(UUID id, List<Item> cart) {

	record Item(UUID itemId, UUID productId, UUID shopId, BigDecimal price, BigDecimal accepted, int quantity) {

		BigDecimal total() {
			return this.price.multiply(BigDecimal.valueOf(this.quantity));
		}

	}

	Buyer() {
		this(UUID.randomUUID(), new ArrayList<>());
	}

	static Buyer ofOneThing() {
		return new Buyer().with("349990.50", 1);
	}

	static Buyer ofThingsFromTwoShops() {
		return new Buyer().with("100", 2).with("0.01", 3);
	}

	/** Some pieces of a new offer in a new shop. */
	Buyer with(String price, int quantity) {
		return with(price, price, quantity);
	}

	Buyer with(String price, String accepted, int quantity) {
		this.cart.add(new Item(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), new BigDecimal(price),
				new BigDecimal(accepted), quantity));
		return this;
	}

	String token() {
		return TestTokens.customer(this.id);
	}

	Item item() {
		return this.cart.getFirst();
	}

	BigDecimal total() {
		return this.cart.stream().map(Item::total).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** What cart-service says about his cart with a promo code attached. */
	Map<String, Object> cartAnswer(String promoCode, String discount) {
		Map<String, Object> cart = cartAnswer();
		cart.put("promoCode", promoCode);
		cart.put("discount", new BigDecimal(discount));
		return cart;
	}

	/** The same things at another price of the first. */
	Buyer at(String price) {
		Buyer later = new Buyer(this.id, new ArrayList<>(this.cart));
		Item first = item();
		later.cart.set(0, new Item(first.itemId(), first.productId(), first.shopId(), new BigDecimal(price),
				first.accepted(), first.quantity()));
		return later;
	}

	/** What cart-service says about his cart. */
	Map<String, Object> cartAnswer() {
		List<Map<String, Object>> items = this.cart.stream().<Map<String, Object>>map((item) -> {
			Map<String, Object> answer = new HashMap<>();
			answer.put("itemId", item.itemId());
			answer.put("productId", item.productId());
			answer.put("shopId", item.shopId());
			answer.put("shopName", "Shop of " + item.shopId());
			answer.put("name", "Product " + item.productId());
			answer.put("unitPrice", item.price());
			answer.put("acceptedPrice", item.accepted());
			answer.put("quantity", item.quantity());
			answer.put("lineTotal", item.total());
			answer.put("available", true);
			return answer;
		}).toList();
		Map<String, Object> cart = new HashMap<>();
		cart.put("id", UUID.randomUUID());
		cart.put("items", items);
		cart.put("sum", total());
		cart.put("promoCode", null);
		cart.put("discount", 0);
		cart.put("total", total());
		return cart;
	}

}
