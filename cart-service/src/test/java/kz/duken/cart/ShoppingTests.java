package kz.duken.cart;

import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.Neighbourhood;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class ShoppingTests {

	@Autowired
	private RestTestClient client;

	private final Market market = new Market();

	private Calls calls;

	private UUID phone;

	@BeforeEach
	void aPhone() {
		this.calls = new Calls(this.client);
		this.phone = this.market.product();
	}

	@Test
	void aCartIsEmptyAndNamelessUntilSomethingIsPutIn() {
		JsonNode cart = this.calls.cart().body();
		assertThat(cart).hasToString("""
				{"id":null,"items":[],"count":0,"sum":0.0,"promoCode":null,"discount":0.0,"total":0.0,\
				"currency":"KZT","notices":[]}""");
		assertThat(this.calls.clear().body()).isEqualTo(cart);
		Market.shopsWereAsked(0);
	}

	@Test
	void theBestOfferIsTakenWhenNoShopIsNamed() {
		UUID shop = this.market.offer(this.phone, "349990.10", 5);
		Calls.Answer answer = this.calls.add(this.phone, 3);
		assertThat(answer.status()).isEqualTo(201);
		JsonNode item = answer.item(0);
		assertThat(item.propertyNames()).containsExactly("id", "productId", "shopId", "name", "image", "unitPrice",
				"acceptedPrice", "priceChanged", "quantity", "lineTotal", "available");
		assertThat(item.path("shopId").stringValue()).isEqualTo(shop.toString());
		assertThat(item.path("name").stringValue()).isEqualTo("Phone " + this.phone);
		assertThat(item.path("image").stringValue()).isEqualTo("/images/" + this.phone + ".svg");
		assertThat(item.path("lineTotal").decimalValue()).isEqualByComparingTo("1049970.30");
		assertThat(answer.body().path("total").decimalValue()).isEqualByComparingTo("1049970.30");
		assertThat(answer.body().path("count").intValue()).isEqualTo(3);
		assertThat(this.calls.cart().body()).isEqualTo(answer.body());
	}

	@Test
	void theSameOfferAddsUpAnotherIsALineOfItsOwn() {
		UUID one = this.market.offer(this.phone, "10", 50);
		UUID other = this.market.offer(this.phone, "9", 50);
		this.calls.add(this.phone, one, 1);
		this.calls.add(this.phone, other, 2);
		Calls.Answer answer = this.calls.add(this.phone, one, 3);
		assertThat(answer.body().path("items").findValues("quantity")).extracting(JsonNode::intValue)
			.containsExactly(4, 2);
		assertThat(answer.body().path("sum").decimalValue()).isEqualByComparingTo("58");
	}

	@Test
	void aPriceThatMovedIsShownUntilTheCustomerChangesTheLine() {
		UUID shop = this.market.offer(this.phone, "10", 50);
		String item = this.calls.add(this.phone, 2).itemId(0);
		this.market.offer(this.phone, shop, "12.50", 50, true);
		Calls.Answer moved = this.calls.cart();
		assertThat(moved.item(0).path("unitPrice").decimalValue()).isEqualByComparingTo("12.5");
		assertThat(moved.item(0).path("acceptedPrice").decimalValue()).isEqualByComparingTo("10");
		assertThat(moved.item(0).path("priceChanged").booleanValue()).isTrue();
		assertThat(moved.body().path("total").decimalValue()).isEqualByComparingTo("25");
		assertThat(moved.body().at("/notices/0/kind").stringValue()).isEqualTo("PRICE_CHANGED");
		assertThat(moved.body().at("/notices/0/itemId").stringValue()).isEqualTo(item);
		assertThat(this.calls.change(item, 2).body().path("notices").isEmpty()).isTrue();
	}

	@Test
	void whatCannotBeHadIsToldButStillCounts() {
		UUID shop = this.market.offer(this.phone, "10", 50);
		String item = this.calls.add(this.phone, 5).itemId(0);
		this.market.offer(this.phone, shop, "10", 4, true);
		assertThat(this.calls.cart().item(0).path("available").booleanValue()).isFalse();
		this.market.offer(this.phone, shop, "11", 50, false);
		Calls.Answer gone = this.calls.cart();
		assertThat(gone.body().path("notices").findValuesAsString("kind")).containsExactly("PRICE_CHANGED",
				"UNAVAILABLE");
		assertThat(gone.body().path("sum").decimalValue()).isEqualByComparingTo("55");
		Calls.Answer refused = this.calls.change(item, 1);
		assertThat(refused.slug()).isEqualTo("out-of-stock");
		assertThat(refused.body().path("available").intValue()).isZero();
	}

	@Test
	void moreThanTheShopHasIsRefused() {
		this.market.offer(this.phone, "10", 5);
		assertThat(this.calls.add(this.phone, 6).body().path("available").intValue()).isEqualTo(5);
		String item = this.calls.add(this.phone, 3).itemId(0);
		Calls.Answer refused = this.calls.add(this.phone, 3);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.slug()).isEqualTo("out-of-stock");
		assertThat(refused.body().path("available").intValue()).isEqualTo(5);
		assertThat(this.calls.change(item, 6).slug()).isEqualTo("out-of-stock");
		assertThat(this.calls.cart().item(0).path("quantity").intValue()).isEqualTo(3);
	}

	@Test
	void aLineHoldsAtMost999() {
		this.market.offer(this.phone, "10", 5000);
		this.calls.add(this.phone, 999);
		assertThat(this.calls.add(this.phone, 1).slug()).isEqualTo("quantity-limit");
	}

	@Test
	void whatNobodyHasInStockIsRefused() {
		Calls.Answer refused = this.calls.add(this.phone, 1);
		assertThat(refused.slug()).isEqualTo("out-of-stock");
		assertThat(refused.body().path("available").intValue()).isZero();
		assertThat(this.calls.cart().body().path("id").isNull()).isTrue();
	}

	@Test
	void unknownProductsAndOffersAreRefused() {
		assertThat(this.calls.add(UUID.randomUUID(), 1).pointer()).isEqualTo("/productId");
		assertThat(this.calls.add(this.phone, UUID.randomUUID(), 1).pointer()).isEqualTo("/shopId");
		assertThat(this.calls.add(this.phone, UUID.randomUUID(), 1).status()).isEqualTo(400);
	}

	@Test
	void theOfferOfAShopThatIsNotActiveIsAsUnknownButOneThatHasEndedIsOutOfStock() {
		UUID shop = this.market.offer(this.phone, "10", 50);
		String item = this.calls.add(this.phone, shop, 1).itemId(0);
		this.market.hide(this.phone, shop);
		Calls.Answer hidden = this.calls.add(this.phone, shop, 1);
		assertThat(hidden.pointer()).isEqualTo("/shopId");
		assertThat(this.calls.add(this.phone, 1).slug()).as("of the best offer").isEqualTo("out-of-stock");
		assertThat(hidden.body().path("errors"))
			.isEqualTo(this.calls.add(this.phone, UUID.randomUUID(), 1).body().path("errors"));
		assertThat(this.calls.cart().body().path("notices").findValuesAsString("kind")).containsExactly("UNAVAILABLE");
		assertThat(this.calls.change(item, 2).slug()).isEqualTo("out-of-stock");
		this.market.offer(this.phone, shop, "10", 50, false);
		assertThat(this.calls.add(this.phone, shop, 1).slug()).isEqualTo("out-of-stock");
	}

	@Test
	void linesAreChangedAndTakenOut() {
		this.market.offer(this.phone, "10", 50);
		String item = this.calls.add(this.phone, 5).itemId(0);
		assertThat(this.calls.change(item, 2).item(0).path("quantity").intValue()).isEqualTo(2);
		UUID other = this.market.product();
		this.market.offer(other, "3", 50);
		this.calls.add(other, 1);
		Calls.Answer left = this.calls.remove(item);
		assertThat(left.body().path("items").findValuesAsString("productId")).containsExactly(other.toString());
		assertThat(this.calls.remove(item).slug()).isEqualTo("not-found");
		assertThat(this.calls.change(item, 2).slug()).isEqualTo("not-found");
		assertThat(this.calls.clear().body().path("items").isEmpty()).isTrue();
		assertThat(this.calls.cart().body().path("id").isNull()).isFalse();
	}

	@Test
	void othersLinesAreNotThere() {
		this.market.offer(this.phone, "10", 50);
		String item = this.calls.add(this.phone, 5).itemId(0);
		Calls stranger = new Calls(this.client);
		assertThat(stranger.change(item, 1).slug()).isEqualTo("not-found");
		assertThat(stranger.remove(item).slug()).isEqualTo("not-found");
		this.market.offer(this.phone, "10", 50);
		stranger.add(this.phone, 1);
		assertThat(stranger.change(item, 1).slug()).isEqualTo("not-found");
		assertThat(this.calls.cart().item(0).path("quantity").intValue()).isEqualTo(5);
	}

	@Test
	void theShopsAreAskedOncePerReadAndProductsNever() {
		for (int i = 0; i < 3; i++) {
			UUID product = this.market.product();
			this.market.offer(product, "1", 1);
			this.calls.add(product, 1);
		}
		Neighbourhood.stubs().resetRequests();
		this.calls.cart();
		Market.shopsWereAsked(1);
		Neighbourhood.stubs().verify(0, WireMock.getRequestedFor(WireMock.urlMatching("/internal/products/.*")));
	}

	@Test
	void withoutTheShopsNothingIsShownOrChanged() {
		this.market.offer(this.phone, "10", 50);
		String item = this.calls.add(this.phone, 5).itemId(0);
		UUID other = this.market.product();
		UUID otherShop = this.market.offer(other, "3", 50);
		this.calls.add(other, 1);
		this.market.shopsAreDown();
		for (Calls.Answer answer : List.of(this.calls.cart(), this.calls.checkout(), this.calls.add(this.phone, 1),
				this.calls.add(other, otherShop, 1), this.calls.change(item, 1), this.calls.remove(item))) {
			assertThat(answer.slug()).isEqualTo("unavailable");
			assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
		}
		this.market.shopsAreBack();
		assertThat(this.calls.cart().body().path("items").findValues("quantity")).extracting(JsonNode::intValue)
			.containsExactly(5, 1);
		this.market.shopsAreDown();
		assertThat(this.calls.clear().status()).isEqualTo(200);
	}

	@Test
	void withoutTheProductsWhatIsInTheCartIsStillShown() {
		UUID shop = this.market.offer(this.phone, "10", 50);
		this.calls.add(this.phone, 5);
		this.market.productsAreDown();
		assertThat(this.calls.cart().status()).isEqualTo(200);
		assertThat(this.calls.add(this.phone, shop, 1).slug()).isEqualTo("unavailable");
	}

}
