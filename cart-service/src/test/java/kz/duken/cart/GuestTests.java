package kz.duken.cart;

import java.util.List;
import java.util.UUID;

import kz.duken.test.ServiceTest;
import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever has the token has the cart. */
@ServiceTest
class GuestTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	private final Market market = new Market();

	private Calls guest;

	private Calls customer;

	private UUID phone;

	@BeforeEach
	void aGuestAndACustomer() {
		this.guest = Calls.ofGuest(this.client);
		this.customer = new Calls(this.client);
		this.phone = this.market.product();
		this.market.offer(this.phone, "10", 2000);
	}

	@Test
	void aGuestsCartBeginsWithTheFirstThingInIt() {
		assertThat(this.guest.cart().body().path("id").isNull()).isTrue();
		assertThat(this.guest.clear().status()).isEqualTo(200);
		assertThat(this.guest.cartToken()).isNull();
		this.guest.add(UUID.randomUUID(), 1);
		assertThat(this.guest.cartToken()).isNull();

		Calls.Answer begun = this.guest.add(this.phone, 2);

		String token = this.guest.cartToken();
		assertThat(token).hasSize(43);
		assertThat(this.guest.cart().body()).isEqualTo(begun.body());
		this.guest.add(this.phone, 3);
		assertThat(this.guest.cart().quantities()).containsExactly(5);
		assertThat(this.guest.cartToken()).isEqualTo(token);
		assertThat(this.guest.change(begun.itemId(0), 1).quantities()).containsExactly(1);
		assertThat(this.guest.remove(begun.itemId(0)).quantities()).isEmpty();
	}

	@Test
	void whoHasNoTokenHasNothing() {
		String item = this.guest.add(this.phone, 2).itemId(0);
		Calls stranger = Calls.ofGuest(this.client);
		assertThat(stranger.change(item, 1).slug()).isEqualTo("not-found");
		assertThat(stranger.remove(item).slug()).isEqualTo("not-found");
		assertThat(this.customer.change(item, 1).slug()).isEqualTo("not-found");
		assertThat(this.guest.cart().quantities()).containsExactly(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --", "" })
	void nobodyChoosesHisTokenHimself(String chosen) {
		Calls chooser = Calls.ofGuest(this.client, chosen);
		assertThat(chooser.cart().status()).isEqualTo(200);
		assertThat(chooser.add(this.phone, 1).status()).isEqualTo(201);
		assertThat(chooser.cartToken()).isNotEqualTo(chosen).hasSize(43);
	}

	@Test
	void theTokenItselfIsNotKept() {
		this.guest.add(this.phone, 1);
		List<@Nullable String> kept = this.jdbc.sql("select cart::text from cart").query(String.class).list();
		assertThat(kept).isNotEmpty()
			.noneMatch((row) -> String.valueOf(row).contains(String.valueOf(this.guest.cartToken())));
	}

	@Test
	void whoIsLoggedInMeansHisOwnCart() {
		this.guest.add(this.phone, 2);
		this.customer.add(this.phone, 1);
		Calls both = Calls.ofGuest(this.client, String.valueOf(this.guest.cartToken()));
		Calls.Answer cart = both.call(HttpMethod.GET, "/api/cart", TestTokens.customer(this.customer.customer()), null);
		assertThat(cart.quantities()).containsExactly(1);
		assertThat(cart.headers().containsHeader("X-Cart-Token")).isFalse();
	}

	@Test
	void aGuestWithACartIsToldItsTokenWithProblemsToo() {
		assertThat(this.guest.add(this.phone, 5000).headers().containsHeader("X-Cart-Token")).isFalse();
		this.guest.add(this.phone, 1);
		String token = this.guest.cartToken();

		assertThat(this.guest.add(this.phone, 5000).headers().get("X-Cart-Token")).containsExactly(token);
		assertThat(this.guest.change("no-id", 1).headers().get("X-Cart-Token")).containsExactly(token);
		this.market.shopsAreDown();
		assertThat(this.guest.cart().headers().get("X-Cart-Token")).containsExactly(token);
		assertThat(Calls.ofGuest(this.client, "A".repeat(43)).change("no-id", 1).headers().get("X-Cart-Token"))
			.isNull();
	}

}
