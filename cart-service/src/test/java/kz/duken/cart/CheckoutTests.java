package kz.duken.cart;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ServiceTest
class CheckoutTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	private final Market market = new Market();

	private Calls calls;

	private UUID phone;

	private UUID shop;

	@BeforeEach
	void fivePhonesInTheCart() {
		this.calls = new Calls(this.client);
		this.phone = this.market.product();
		this.shop = this.market.offer(this.phone, "10.50", 500);
		this.calls.add(this.phone, 5);
	}

	@Test
	void aCheckoutReadsWhatTheCustomerSees() {
		this.market.offer(this.phone, this.shop, "11", 4, true);
		JsonNode cart = this.calls.checkout().body();
		assertThat(cart.propertyNames()).containsExactly("id", "items", "sum", "promoCode", "discount", "total");
		JsonNode item = cart.at("/items/0");
		assertThat(item.propertyNames()).containsExactly("itemId", "productId", "shopId", "shopName", "name",
				"unitPrice", "acceptedPrice", "quantity", "lineTotal", "available");
		assertThat(item.path("shopName").stringValue()).isEqualTo("Shop " + this.shop);
		assertThat(item.path("acceptedPrice").decimalValue()).isEqualByComparingTo("10.5");
		assertThat(item.path("available").booleanValue()).isFalse();
		assertThat(cart.path("total")).isEqualTo(this.calls.cart().body().path("total"));
	}

	@Test
	void whoNeverPutAnythingInHasAnEmptyCart() {
		JsonNode cart = new Calls(this.client).checkout().body();
		assertThat(cart.path("id").isNull()).isTrue();
		assertThat(cart.path("items").isEmpty()).isTrue();
	}

	@Test
	void anOrderLeavesTheCartOnce() {
		UUID order = UUID.randomUUID();
		assertThat(this.calls.ordered(order, line(2)).status()).isEqualTo(204);
		assertThat(this.calls.ordered(order, line(2)).status()).isEqualTo(204);
		assertThat(quantities()).containsExactly(3);
		assertThat(this.calls.ordered(UUID.randomUUID(), line(2)).status()).isEqualTo(204);
		assertThat(quantities()).containsExactly(1);
	}

	@Test
	void anOrderLeavesTheCartOnceHoweverManyTellIt() {
		UUID order = UUID.randomUUID();
		List<Calls.Answer> answers = AllAtOnce.run(10, () -> this.calls.ordered(order, line(2)));
		assertThat(answers).allMatch((answer) -> answer.status() == 204);
		assertThat(quantities()).containsExactly(3);
	}

	@Test
	void linesThatAreUsedUpVanish() {
		this.calls.ordered(UUID.randomUUID(), line(5));
		assertThat(quantities()).isEmpty();
	}

	@Test
	void whatTheCustomerTookOutMeanwhileIsNotMissed() {
		this.calls.change(this.calls.cart().itemId(0), 1);
		assertThat(this.calls.ordered(UUID.randomUUID(), line(5), line(3)).status()).isEqualTo(204);
		assertThat(quantities()).isEmpty();
		UUID order = UUID.randomUUID();
		assertThat(this.calls.ordered(order, line(5)).status()).isEqualTo(204);
		this.calls.add(this.phone, 5);
		this.calls.ordered(order, line(5));
		assertThat(quantities()).containsExactly(5);
	}

	@Test
	void whoeverHasNoCartLosesNothing() {
		assertThat(new Calls(this.client).ordered(UUID.randomUUID(), line(1)).status()).isEqualTo(204);
	}

	@Test
	void addsAndOrdersAtOnceAddUp() {
		List<Calls.Answer> answers = AllAtOnce.run(List.of(() -> this.calls.add(this.phone, this.shop, 10),
				() -> this.calls.ordered(UUID.randomUUID(), line(2)),
				() -> this.calls.ordered(UUID.randomUUID(), line(2)), () -> this.calls.add(this.phone, this.shop, 20)));
		assertThat(answers).allMatch((answer) -> answer.status() < 300);
		assertThat(quantities()).containsExactly(31);
	}

	@Test
	void whatWasTakenIsNeverForgotten() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from taken_order").update())
			.havingRootCause()
			.withMessageContaining("permission denied");
	}

	private Map<String, Object> line(int quantity) {
		return Map.of("productId", this.phone, "shopId", this.shop, "quantity", quantity);
	}

	private List<Integer> quantities() {
		return this.calls.cart().body().path("items").findValues("quantity").stream().map(JsonNode::intValue).toList();
	}

}
