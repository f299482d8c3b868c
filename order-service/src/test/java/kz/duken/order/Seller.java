package kz.duken.order;

import java.util.UUID;

import kz.duken.test.TestTokens;

import org.springframework.http.MediaType;

/**
 * The owner of a shop, who sends its parts of orders.
 *
 * @param id the owner's
 */
record Seller(Store store, UUID shopId, UUID id) {

	/** Who sells the buyer's first thing. */
	static Seller of(Store store, Neighbours neighbours, Buyer buyer) {
		UUID shopId = buyer.item().shopId();
		return new Seller(store, shopId, neighbours.owns(shopId, "ACTIVE"));
	}

	String token() {
		return TestTokens.customer(this.id);
	}

	Store.Answer shipments(String query) {
		return this.store.get(token(), "/api/shops/" + this.shopId + "/shipments" + query);
	}

	/** Ships, delivers or cancels his part. */
	Store.Answer step(UUID orderId, String step) {
		return this.store.post(token(), path(orderId, step));
	}

	Store.Answer ship(UUID orderId) {
		return step(orderId, "ship");
	}

	Store.Answer ship(UUID orderId, String body) {
		return this.store.answer(this.store.client()
			.post()
			.uri(path(orderId, "ship"))
			.headers((headers) -> headers.setBearerAuth(token()))
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange());
	}

	private String path(UUID orderId, String step) {
		return "/api/shops/" + this.shopId + "/shipments/" + orderId + "/" + step;
	}

}
