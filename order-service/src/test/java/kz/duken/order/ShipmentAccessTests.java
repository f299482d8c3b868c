package kz.duken.order;

import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sees a shipment, and who may do something with it. */
@UnhurriedOrderServiceTest
class ShipmentAccessTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	private final Buyer buyer = Buyer.ofThingsFromTwoShops();

	private Seller seller;

	private UUID id = UUID.randomUUID();

	@BeforeEach
	void thereIsAnOrder() {
		this.neighbours.isWell(this.buyer);
		this.seller = Seller.of(this.store, this.neighbours, this.buyer);
		this.id = this.store.order(this.buyer).orderId();
	}

	@Test
	void aShopSeesItsPartAlone() {
		Store.Answer list = this.seller.shipments("?status=PREPARING");

		assertThat(list.status()).isEqualTo(200);
		assertThat(list.body().path("items").findValuesAsString("orderId")).containsExactly(this.id.toString());
		assertThat(list.body().at("/items/0/items").findValuesAsString("shopId"))
			.containsExactly(this.seller.shopId().toString());
		assertThat(list.body().at("/items/0/total").decimalValue()).isEqualByComparingTo("200");
		assertThat(this.seller.shipments("?status=SHIPPED").body().path("items")).isEmpty();
	}

	@Test
	void shipmentsComeNewestFirstInPages() {
		UUID later = this.store.order(this.buyer).orderId();

		Store.Answer first = this.seller.shipments("?size=1");
		Store.Answer second = this.seller.shipments("?size=1&cursor=" + first.body().path("nextCursor").asString());

		assertThat(first.body().at("/items/0/orderId").asString()).isEqualTo(later.toString());
		assertThat(second.body().at("/items/0/orderId").asString()).isEqualTo(this.id.toString());
		assertThat(second.body().path("nextCursor").isNull()).isTrue();
	}

	@Test
	void nobodyIsNobody() {
		String shipments = "/api/shops/" + this.seller.shopId() + "/shipments";
		String order = "/api/orders/" + this.id;
		List<String> posts = List.of(shipments + "/" + this.id + "/ship", shipments + "/" + this.id + "/deliver",
				shipments + "/" + this.id + "/cancel", order + "/shipments/" + this.seller.shopId() + "/confirm",
				order + "/cancel");

		assertThat(List.of(shipments, order + "/receipt")).allMatch((path) -> isForSomebody(HttpMethod.GET, path));
		assertThat(posts).allMatch((path) -> isForSomebody(HttpMethod.POST, path));
	}

	private boolean isForSomebody(HttpMethod method, String path) {
		return this.store.answer(this.store.client().method(method).uri(path).exchange()).status() == 401;
	}

	@Test
	void onlyThoseConcernedMay() {
		String stranger = TestTokens.customer(UUID.randomUUID());
		UUID hidden = UUID.randomUUID();
		this.neighbours.owns(hidden, "SUSPENDED");
		this.neighbours.stubs().stubFor(WireMock.get("/internal/shops/" + this.id).willReturn(WireMock.notFound()));

		assertThat(this.store.get(stranger, "/api/shops/" + this.seller.shopId() + "/shipments").status())
			.isEqualTo(403);
		assertThat(this.store.get(stranger, "/api/shops/" + hidden + "/shipments").status()).isEqualTo(404);
		assertThat(this.store.get(stranger, "/api/shops/" + this.id + "/shipments").status()).isEqualTo(404);
		assertThat(this.store
			.post(this.seller.token(), "/api/orders/" + this.id + "/shipments/" + this.seller.shopId() + "/confirm")
			.status()).isEqualTo(404);
		assertThat(this.store
			.post(TestTokens.admin(UUID.randomUUID()),
					"/api/orders/" + this.id + "/shipments/" + this.seller.shopId() + "/confirm")
			.status()).isEqualTo(403);
		assertThat(this.store.post(this.buyer.token(), "/api/orders/" + this.id + "/shipments/" + hidden + "/confirm")
			.status()).isEqualTo(404);
		assertThat(this.seller.ship(this.id, "{\"trackingNumber\": \"" + "x".repeat(65) + "\"}").status())
			.isEqualTo(400);
		assertThat(this.seller.ship(this.id, "{\"status\": \"RECEIVED\"}").status()).isEqualTo(400);
		assertThat(this.store.order(this.buyer, this.id).orderStatus()).isEqualTo("CONFIRMED");
	}

}
