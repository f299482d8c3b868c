package kz.duken.system;

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
		owner.post("/api/shops/" + shopId + "/offers", """
				{"productId": "%s", "price": %s, "stock": %d}""".formatted(productId, price, stock)).expect(201);
		return new Wares(owner, shopId, productId);
	}

	static String openShop(Person owner) {
		String id = owner
			.post("/api/shops",
					"""
							{"name": "Shop %s", "city": "Almaty", "address": "Dostyk Avenue 1", "phone": "+77010000001"}"""
						.formatted(UUID.randomUUID()))
			.expect(201)
			.text("/id");
		Person.admin().put("/api/shops/" + id + "/status", "{\"status\": \"ACTIVE\"}").expect(200);
		return id;
	}

	static String card(String name) {
		Person admin = Person.admin();
		String categoryId = admin.post("/api/categories", "{\"name\": \"Category " + UUID.randomUUID() + "\"}")
			.expect(201)
			.text("/id");
		return admin.post("/api/products", """
				{"name": "%s", "categoryId": "%s"}""".formatted(name, categoryId)).expect(201).text("/id");
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

	long stock() {
		return this.owner.get("/api/shops/" + this.shopId + "/offers/" + this.productId).expect(200).whole("/stock");
	}

}
