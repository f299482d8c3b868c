package kz.duken.cart;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class GuestTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CartExpiry expiry;

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

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void aMergeNeedsAToken(@Nullable String none) {
		Calls.Answer answer = this.customer.merge(none);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.slug()).isEqualTo("malformed-request");
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

	@Test
	void whatAGuestPutsInDuringAMergeIsInOneOfTheCarts() {
		for (int i = 0; i < 10; i++) {
			Calls someone = Calls.ofGuest(this.client);
			someone.add(this.phone, this.shop, 1);
			String token = String.valueOf(someone.cartToken());
			Calls buyer = new Calls(this.client);
			Calls late = Calls.ofGuest(this.client, token);

			List<Calls.Answer> answers = AllAtOnce
				.run(List.of(() -> buyer.merge(token), () -> late.add(this.phone, this.shop, 2)));

			assertThat(answers).extracting(Calls.Answer::status).containsExactlyInAnyOrder(200, 201);
			assertThat(pieces(buyer) + pieces(late)).isEqualTo(3);
		}
	}

	private static int pieces(Calls calls) {
		return calls.cart().quantities().stream().mapToInt(Integer::intValue).sum();
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
	void mergesAtOnceMergeOnce() {
		this.guest.add(this.phone, this.shop, 2);
		String token = String.valueOf(this.guest.cartToken());
		List<Calls> customers = List.of(new Calls(this.client), new Calls(this.client), new Calls(this.client));
		List<Calls.Answer> answers = AllAtOnce
			.run(List.of(() -> customers.get(0).merge(token), () -> customers.get(1).merge(token),
					() -> customers.get(2).merge(token), () -> Calls.ofGuest(this.client, token).cart()));
		assertThat(answers).allMatch((answer) -> answer.status() == 200);
		assertThat(customers.stream().flatMap((one) -> one.cart().quantities().stream())).containsExactly(2);
	}

	@Test
	void twinsOfOneMergeAddUpOnce() {
		this.guest.add(this.phone, this.shop, 2);
		this.customer.add(this.phone, this.shop, 1);
		String token = String.valueOf(this.guest.cartToken());
		String bearer = TestTokens.customer(this.customer.customer());
		List<Calls.Answer> answers = AllAtOnce.run(6,
				() -> Calls.ofGuest(this.client, token).call(HttpMethod.POST, "/api/cart/merge", bearer, null));
		assertThat(answers).allMatch((answer) -> answer.status() == 200);
		assertThat(this.customer.cart().quantities()).containsExactly(3);
	}

	@Test
	void withoutTheShopsNothingIsMerged() {
		this.guest.add(this.phone, this.shop, 2);
		this.market.shopsAreDown();
		assertThat(this.customer.merge(this.guest.cartToken()).slug()).isEqualTo("unavailable");
		this.market.shopsAreBack();
		assertThat(this.guest.cart().quantities()).containsExactly(2);
	}

	@Test
	void cartsThatNobodyChangedForThirtyDaysAreThrownAway() {
		this.guest.add(this.phone, 2);
		this.customer.add(this.phone, 2);
		String old = this.guest.cart().body().path("id").stringValue();
		age(old, 30 * 24 - 1);
		this.expiry.sweep();
		assertThat(this.guest.cart().quantities()).containsExactly(2);
		age(old, 2);
		this.expiry.sweep();
		assertThat(this.guest.cart().body().path("id").isNull()).isTrue();
		assertThat(this.customer.cart().quantities()).containsExactly(2);
	}

	@Test
	void aChangeKeepsACart() {
		String item = this.guest.add(this.phone, 2).itemId(0);
		age(this.guest.cart().body().path("id").stringValue(), 31 * 24);
		this.guest.change(item, 3);
		this.expiry.sweep();
		assertThat(this.guest.cart().quantities()).containsExactly(3);
	}

	private void age(String cart, int hours) {
		this.jdbc.sql("update cart set changed_at = changed_at - make_interval(hours => :hours) where id = :id::uuid")
			.params(Map.of("id", cart, "hours", hours))
			.update();
	}

}
