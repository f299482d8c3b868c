package kz.duken.system;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A shop with one offer of a card of its own, so that a journey does not meet another's.
 *
 * @param owner who owns the shop
 * @param shopId the shop's id
 * @param productId the card's id
 */
record Wares(Person owner, String shopId, String productId) {

	static Wares offered(String price, int stock) {
		Person owner = Person.registered();
		String shopId = openShop(owner);
		String productId = card("Card " + UUID.randomUUID());
		Patience.definite(() -> owner.post("/api/shops/" + shopId + "/offers", """
				{"productId": "%s", "price": %s, "stock": %d}""".formatted(productId, price, stock))).expect(201);
		return new Wares(owner, shopId, productId);
	}

	static String openShop(Person owner) {
		String shop = """
				{"name": "Shop %s", "city": "Almaty", "address": "Dostyk Avenue 1", "phone": "+77010000001"}"""
			.formatted(UUID.randomUUID());
		String id = Patience.definite(() -> owner.post("/api/shops", shop)).expect(201).text("/id");
		Patience.definite(() -> Person.admin().put("/api/shops/" + id + "/status", "{\"status\": \"ACTIVE\"}"))
			.expect(200);
		return id;
	}

	static String card(String name) {
		Person admin = Person.admin();
		String category = "{\"name\": \"Category " + UUID.randomUUID() + "\"}";
		String categoryId = Patience.definite(() -> admin.post("/api/categories", category)).expect(201).text("/id");
		return Patience.definite(() -> admin.post("/api/products", """
				{"name": "%s", "categoryId": "%s"}""".formatted(name, categoryId))).expect(201).text("/id");
	}

	/** Puts so many into the customer's cart. */
	Answer intoCartOf(Person customer, int quantity) {
		return customer.post("/api/cart/items", """
				{"productId": "%s", "shopId": "%s", "quantity": %d}""".formatted(this.productId, this.shopId,
				quantity));
	}

	/** Sets the offer's price or stock. */
	Answer change(String changes) {
		return this.owner.put("/api/shops/" + this.shopId + "/offers/" + this.productId, changes);
	}

	/** The shop sends its part of an order, and it arrives. */
	void deliver(String order) {
		String shipment = "/api/shops/" + this.shopId + "/shipments/" + order;
		Patience.definite(() -> this.owner.post(shipment + "/ship", "")).expect(200);
		Patience.definite(() -> this.owner.post(shipment + "/deliver", "")).expect(200);
	}

	long stock() {
		return offer().whole("/stock");
	}

	BigDecimal price() {
		return offer().at("/price").decimalValue();
	}

	private Answer offer() {
		return this.owner.read("/api/shops/" + this.shopId + "/offers/" + this.productId);
	}

	/** What the shop was paid and has not taken out. */
	String balance() {
		return this.owner.read("/api/shops/" + this.shopId + "/wallet").at("/balance").decimalValue().toPlainString();
	}

}
