package kz.duken.cart;

import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A guest logs in, and what he had put in comes along. */
@ServiceTest
class MergeTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	private final Market market = new Market();

	private Calls guest;

	private Calls customer;

	private UUID phone;

	private UUID shop;

	@BeforeEach
	void aGuestAndACustomer() {
		this.guest = Calls.ofGuest(this.client);
		this.customer = new Calls(this.client);
		this.phone = this.market.product();
		this.shop = this.market.offer(this.phone, "10", 2000);
	}

	@Test
	void aMergeAddsUpAndTheGuestsCartIsGone() {
		UUID other = this.market.product();
		UUID otherShop = this.market.offer(other, "3", 50);
		this.guest.add(this.phone, this.shop, 2);
		this.guest.add(other, otherShop, 1);
		this.customer.add(this.phone, this.shop, 3);

		Calls.Answer merged = this.customer.merge(this.guest.cartToken());

		assertThat(merged.status()).isEqualTo(200);
		assertThat(merged.quantities()).containsExactly(5, 1);
		assertThat(merged.notices()).isEmpty();
		assertThat(this.guest.cart().body().path("id").isNull()).isTrue();
		assertThat(this.customer.merge(this.guest.cartToken()).body()).isEqualTo(merged.body());
		assertThat(this.customer.cart().body()).isEqualTo(merged.body());
	}

	@Test
	void aMergeNeedsNoCartOfTheCustomers() {
		this.guest.add(this.phone, 2);
		assertThat(this.customer.merge(this.guest.cartToken()).quantities()).containsExactly(2);
		Calls nobody = new Calls(this.client);
		assertThat(nobody.merge(this.guest.cartToken()).body().path("id").isNull()).isTrue();
		assertThat(nobody.merge("no token").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void aMergeNeedsAToken(@Nullable String none) {
		Calls.Answer answer = this.customer.merge(none);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.slug()).isEqualTo("malformed-request");
	}

	@Test
	void aMergeTakesNoMoreThanThereIsAndSaysSoUntilTheLineIsChanged() {
		this.guest.add(this.phone, this.shop, 800);
		this.customer.add(this.phone, this.shop, 900);
		Calls.Answer merged = this.customer.merge(this.guest.cartToken());
		assertThat(merged.quantities()).containsExactly(999);
		assertThat(merged.notices()).containsExactly("REDUCED");

		this.market.offer(this.phone, this.shop, "10", 7, true);
		Calls more = Calls.ofGuest(this.client);
		more.add(this.phone, this.shop, 5);
		merged = this.customer.merge(more.cartToken());
		assertThat(merged.quantities()).containsExactly(7);
		assertThat(this.customer.cart().notices()).containsExactly("REDUCED");
		assertThat(this.customer.change(merged.itemId(0), 6).notices()).isEmpty();
	}

	@Test
	void whatIsNotToBeHadComesAlongToBeSeen() {
		this.guest.add(this.phone, this.shop, 4);
		this.market.offer(this.phone, this.shop, "11", 0, false);
		Calls.Answer merged = this.customer.merge(this.guest.cartToken());
		assertThat(merged.quantities()).containsExactly(1);
		assertThat(merged.notices()).containsExactly("PRICE_CHANGED", "UNAVAILABLE", "REDUCED");
	}

	@Test
	void whatFindsNoPlaceIsTold() {
		this.guest.add(this.phone, this.shop, 1);
		this.customer.add(this.market.offered(), 1);
		fillUp(this.customer.cart().body().path("id").stringValue());

		Calls.Answer merged = this.customer.merge(this.guest.cartToken());

		assertThat(merged.body().path("items").size()).isEqualTo(100);
		assertThat(merged.body().path("notices").findValuesAsString("detail"))
			.anyMatch((detail) -> detail.contains("found no place"));
	}

	private void fillUp(String cart) {
		this.jdbc.sql("""
				insert into cart_line (id, cart_id, place, product_id, shop_id, name, accepted_price, quantity)
				select gen_random_uuid(), ?::uuid, place, gen_random_uuid(), gen_random_uuid(), 'x', 1, 1
				from generate_series(2, 100) place""").param(cart).update();
	}

	@Test
	void withoutTheShopsNothingIsMerged() {
		this.guest.add(this.phone, this.shop, 2);
		this.market.shopsAreDown();
		assertThat(this.customer.merge(this.guest.cartToken()).slug()).isEqualTo("unavailable");
		this.market.shopsAreBack();
		assertThat(this.guest.cart().quantities()).containsExactly(2);
	}

}
