package kz.duken.order;

import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A cart becomes a paid order, or nothing is left of it. */
@UnhurriedOrderServiceTest
class CheckoutTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Test
	void aCartBecomesAPaidOrder() {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.neighbours.isWell(buyer);

		Store.Answer answer = this.store.order(buyer);

		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.header("Location")).isEqualTo("/api/orders/" + answer.orderId());
		assertThat(answer.header("Idempotency-Replayed")).isEmpty();
		JsonNode order = answer.body();
		assertThat(order.path("status").asString()).isEqualTo("CONFIRMED");
		assertThat(order.path("paymentStatus").asString()).isEqualTo("PAID");
		assertThat(order.path("customerId").asString()).isEqualTo(buyer.id().toString());
		assertThat(order.path("sum").decimalValue()).isEqualByComparingTo("200.03");
		assertThat(order.path("discount").decimalValue()).isEqualByComparingTo("0");
		assertThat(order.path("total").decimalValue()).isEqualByComparingTo("200.03");
		assertThat(order.path("currency").asString()).isEqualTo("KZT");
		assertThat(order.path("items").size()).isEqualTo(2);
		assertThat(order.path("items").get(1).path("lineTotal").decimalValue()).isEqualByComparingTo("0.03");
		assertThat(order.path("shipments").findValuesAsString("status")).containsOnly("PREPARING");
		assertThat(order.path("shipments").size()).isEqualTo(2);
		assertThat(order.path("rejection").isNull()).isTrue();
		assertThat(order.path("deliveryAddress").path("apartment").isNull()).isTrue();
		assertThat(order.path("comment").asString()).contains("\n");
		assertThat(this.store.order(buyer, answer.orderId()).body()).isEqualTo(order);
		assertThat(this.store.history(buyer, answer.orderId())).containsExactly("PLACED", "PAID", "CONFIRMED");
	}

	@Test
	void theNumberHasCheckDigits() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);

		String number = this.store.order(buyer).body().path("number").asString();

		assertThat(number).matches("[0-9]{6,}-[0-9]{2}");
		assertThat(Long.parseLong(number.replace("-", "")) % 97).isEqualTo(1);
	}

	@Test
	void eachNeighbourIsAskedOnceAndInItsTerms() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);

		UUID id = this.store.order(buyer).orderId();

		Buyer.Item item = buyer.item();
		String offer = "\"productId\": \"%s\", \"shopId\": \"%s\"".formatted(item.productId(), item.shopId());
		this.neighbours.stubs()
			.verify(1, WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/reservations/" + id))
				.withRequestBody(WireMock.equalToJson(
						"{\"lines\": [{%s, \"quantity\": 1, \"price\": 349990.50}]}".formatted(offer), true, true))
				.withRequestBody(WireMock.matchingJsonPath("$.deadline")));
		this.neighbours.stubs()
			.verify(1, WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/payments/" + id))
				.withRequestBody(WireMock.equalToJson("""
						{"customerId": "%s", "sum": 349990.50, "discount": 0.00, "total": 349990.50}
						""".formatted(buyer.id()), true, true)));
		this.neighbours.stubs()
			.verify(1, WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/reservations/" + id + "/commit")));
		this.neighbours.stubs()
			.verify(1,
					WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/carts/" + buyer.id() + "/orders/" + id))
						.withRequestBody(WireMock.equalToJson(
								"{\"lines\": [{%s, \"quantity\": 1}], \"promoCode\": null}".formatted(offer))));
		assertThat(this.neighbours.calls(Neighbours.RELEASE, id)).isZero();
	}

	@Test
	void anEmptyCartLeavesNothing() {
		Buyer buyer = new Buyer();
		this.neighbours.isWell(buyer);

		Store.Answer answer = this.store.order(buyer, "k1", this.store.body(Buyer.ofOneThing()));

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("cart-empty");
		leftNothing(buyer);
	}

	@Test
	void anotherTotalThanExpectedLeavesNothing() {
		Buyer buyer = new Buyer().with("120", "100", 2).with("5", 1);
		this.neighbours.isWell(buyer);

		Store.Answer answer = this.store.order(buyer, "k1", this.store.body(buyer).replace(": 245", ": 205"));

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.slug()).isEqualTo("price-changed");
		assertThat(answer.body().path("total").decimalValue()).isEqualByComparingTo("245");
		assertThat(answer.body().path("changes").size()).isEqualTo(1);
		JsonNode change = answer.body().path("changes").get(0);
		assertThat(change.path("itemId").asString()).isEqualTo(buyer.item().itemId().toString());
		assertThat(change.path("productId").asString()).isEqualTo(buyer.item().productId().toString());
		assertThat(change.path("was").decimalValue()).isEqualByComparingTo("100");
		assertThat(change.path("now").decimalValue()).isEqualByComparingTo("120");
		leftNothing(buyer);
		assertThat(this.store.order(buyer, "k1").status()).isEqualTo(201);
	}

	@Test
	void aCartThatCannotBeReadLeavesNothing() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.fails(Neighbours.CART, Neighbours.outage());

		Store.Answer answer = this.store.order(buyer, "k1");

		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.slug()).isEqualTo("unavailable");
		assertThat(answer.header("Retry-After")).isNotEmpty();
		this.neighbours.heals();
		leftNothing(buyer);
		Store.Answer repeated = this.store.order(buyer, "k1");
		assertThat(repeated.status()).isEqualTo(201);
		assertThat(repeated.header("Idempotency-Replayed")).isEmpty();
	}

	private void leftNothing(Buyer buyer) {
		assertThat(this.store.orders(buyer).size()).isZero();
		assertThat(this.store.rejected(buyer).size()).isZero();
	}

}
