package kz.duken.system;

import java.util.List;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service is away. A customer with something in his cart, and the owner of a shop, ask
 * for all that depends on it and for what does not: neither is ever told that something
 * is not there, or not his.
 */
final class Outage {

	private final String service;

	private final Wares wares = Wares.offered("100", 10);

	private final Person customer = Person.registered().withMoney("1000");

	/** Of the order that the customer makes meanwhile. */
	private final String key = Person.newKey();

	private final String shop = "/api/shops/" + this.wares.shopId();

	private final String offer = this.shop + "/offers/" + this.wares.productId();

	private final String card = "/api/products/" + this.wares.productId();

	/** One that was bought before. */
	private final String order;

	/** What the catalogue shows by itself. */
	private final JsonNode shown;

	Outage(String service) {
		this.service = service;
		Patience.definite(() -> this.wares.intoCartOf(this.customer, 1)).expect(201);
		this.order = Patience.order(this.customer, Person.newKey(), "100.00").expect(201).header("Location");
		Patience.definite(() -> this.wares.intoCartOf(this.customer, 1)).expect(201);
		Patience.until("the catalogue knowing what is left",
				() -> this.customer.read(this.card + "/offers").whole("/items/0/stock") == 9
						&& this.customer.read(this.card).whole("/bestOffer/price") == 100);
		this.shown = this.customer.read(this.card).body();
		Person.admin().read("/api/promo-codes");
		everyInstanceKnowsWhoTheyAre();
	}

	/** One that has never had the issuer's keys could not tell, without the issuer. */
	private void everyInstanceKnowsWhoTheyAre() {
		for (String instance : Store.instances()) {
			Patience.definite(() -> this.customer.sendTo(instance, "GET", switch (instance.replaceFirst("-2$", "")) {
				case "order-service" -> "/api/orders";
				case "cart-service" -> "/api/cart";
				case "shop-service" -> this.shop;
				case "product-service" -> this.card;
				case "category-service" -> "/api/categories";
				default -> "/api/customers/me";
			}, "")).expect(200);
		}
	}

	/** Insists that what is asked now is answered truly, or told as an outage. */
	void check() {
		unanswerable().forEach(Outage::expectOutage);
		answerable().forEach((answer) -> answer.expect(200));
		assertThat(this.customer.get(this.card).expect(200).body()).isEqualTo(this.shown);
		Answer ordered = this.customer.order(this.key, "100.00");
		if (this.service.equals("customer-service")) {
			// all is set aside, and is paid when there is a wallet again
			String made = ordered.expect(202).header("Location");
			assertThat(this.customer.get(made).expect(200).text("/status")).isEqualTo("PENDING");
		}
		else {
			// the cart cannot be read, or not priced: there is no order
			expectOutage(ordered);
		}
	}

	private static void expectOutage(Answer answer) {
		answer.expectProblem(503, "unavailable").retryAfter();
	}

	/** What nobody but the service can tell or do. */
	private List<Answer> unanswerable() {
		return switch (this.service) {
			case "order-service" -> List.of(this.customer.get("/api/orders"), this.customer.get(this.order),
					this.customer.get(this.order + "/history"), this.customer.post(this.order + "/cancel", ""),
					this.wares.owner().get(this.shop + "/shipments"));
			case "cart-service" -> List.of(this.customer.get("/api/cart"), this.wares.intoCartOf(this.customer, 1),
					this.customer.delete("/api/cart"), Person.STRANGER.get("/api/cart"),
					Person.admin().get("/api/promo-codes"));
			case "customer-service" -> List.of(this.customer.get("/api/customers/me"),
					this.customer.get("/api/customers/me/wallet"), this.customer.topUp("1", Person.newKey()),
					Person.account(), Person.login("admin", "demo-admin-1"),
					Person.STRANGER.post("/api/auth/refresh", this.customer.refreshRequest()),
					this.wares.owner().get(this.shop + "/wallet"));
			case "shop-service" -> List.of(Person.STRANGER.get("/api/shops"), Person.STRANGER.get(this.shop),
					Person.STRANGER.get(this.offer), this.wares.change("{\"price\": 101}"),
					this.wares.owner().get(this.shop + "/wallet"), this.wares.owner().get(this.shop + "/shipments"),
					this.customer.get("/api/cart"), this.wares.intoCartOf(this.customer, 1));
			default -> throw new AssertionError(this.service);
		};
	}

	/** What goes on without it. */
	private List<Answer> answerable() {
		return switch (this.service) {
			case "order-service" ->
				List.of(this.customer.get("/api/cart"), this.customer.get("/api/customers/me/wallet"),
						Person.login("admin", "demo-admin-1"), this.wares.owner().get(this.shop + "/wallet"));
			case "cart-service" -> List.of(this.customer.get(this.order), this.customer.get("/api/customers/me/wallet"),
					Person.STRANGER.get(this.offer), this.wares.owner().get(this.shop + "/shipments"));
			case "customer-service" -> List.of(this.customer.get("/api/cart"), this.customer.get(this.order),
					Person.STRANGER.get(this.offer), this.wares.owner().get(this.shop + "/shipments"));
			case "shop-service" -> List.of(this.customer.get(this.order), this.customer.get(this.card + "/offers"),
					this.customer.get("/api/customers/me/wallet"), Person.STRANGER.get("/api/cart"));
			default -> throw new AssertionError(this.service);
		};
	}

	/**
	 * When it is back, the same key makes the order or finds it made, and nothing else
	 * has happened.
	 */
	void checkAfterwards() {
		Patience.order(this.customer, this.key, "100.00").expect(201);
		assertThat(this.customer.balance()).isEqualTo("800.00");
		assertThat(this.wares.stock()).isEqualTo(8);
		assertThat(this.customer.read("/api/cart").at("/items")).isEmpty();
		assertThat(this.customer.read("/api/orders").at("/items")).hasSize(2);
		assertThat(this.customer.read("/api/orders?status=REJECTED").at("/items")).isEmpty();
	}

}
