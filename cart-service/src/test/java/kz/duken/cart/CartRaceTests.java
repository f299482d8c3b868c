package kz.duken.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import kz.duken.cart.product.Card;
import kz.duken.cart.shop.Offer;
import kz.duken.commons.money.Money;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ServiceTest
class CartRaceTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Carts carts;

	@Autowired
	private CartExpiry expiry;

	private final Market market = new Market();

	private Calls calls;

	private UUID phone;

	private UUID shop;

	@BeforeEach
	void aPhone() {
		this.calls = new Calls(this.client);
		this.phone = this.market.product();
		this.shop = this.market.offer(this.phone, "10", 100_000);
	}

	@Test
	void firstAddsAtOnceMakeOneCartAndAddUp() {
		List<Calls.Answer> answers = AllAtOnce.run(12, () -> this.calls.add(this.phone, this.shop, 3));
		assertThat(answers).allMatch((answer) -> answer.status() == 201);
		assertThat(answers.stream().map((answer) -> answer.body().path("id")))
			.containsOnly(this.calls.cart().body().path("id"));
		assertThat(this.calls.cart().body().path("count").intValue()).isEqualTo(36);
	}

	@Test
	void theQuantityLimitHoldsUnderRaces() {
		List<Calls.Answer> answers = AllAtOnce.run(12, () -> this.calls.add(this.phone, this.shop, 100));
		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(9);
		assertThat(answers.stream().filter((answer) -> answer.slug().equals("quantity-limit"))).hasSize(3);
		assertThat(this.calls.cart().body().path("count").intValue()).isEqualTo(900);
	}

	@Test
	void anAddIsNotRefusedForWhatOthersPutInMeanwhile() {
		this.calls.add(this.phone, this.shop, 1);
		List<Callable<Calls.Answer>> adds = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			UUID product = this.market.product();
			UUID seller = this.market.offer(product, "1", 1);
			adds.add(() -> this.calls.add(product, seller, 1));
		}

		List<Calls.Answer> answers = AllAtOnce.run(adds);

		assertThat(answers).allMatch((answer) -> answer.status() == 201);
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.notices()).isEmpty());
		assertThat(this.calls.cart().body().path("count").intValue()).isEqualTo(7);
	}

	@Test
	void whatTheShopsWereNotAskedForIsNotCommitted() {
		this.calls.add(this.phone, this.shop, 1);
		Offer other = new Offer(UUID.randomUUID(), UUID.randomUUID(), "Shop", "ACTIVE", Money.of(1), 9, true);
		Owner owner = Owner.customer(this.calls.customer());

		assertThatExceptionOfType(CartChangedMeanwhile.class)
			.isThrownBy(() -> this.carts.add(owner, other, new Card("Phone", null), 1, Set.of(other.key())));

		assertThat(this.calls.cart().quantities()).containsExactly(1);
	}

	@Test
	void aCartThatIsThrownAwayMeanwhileIsMadeAnew() {
		for (int i = 0; i < 20; i++) {
			this.jdbc.sql("update cart set changed_at = changed_at - interval '31 days' where owner_id = ?")
				.param(this.calls.customer())
				.update();
			List<Integer> statuses = AllAtOnce.run(List.of(() -> this.calls.add(this.phone, this.shop, 1).status(),
					() -> this.calls.add(this.phone, this.shop, 1).status(), () -> {
						this.expiry.sweep();
						return 201;
					}));
			assertThat(statuses).containsOnly(201);
		}
	}

	@Test
	void theHundredLinesHoldUnderRaces() {
		this.calls.add(this.phone, this.shop, 1);
		String cart = this.calls.cart().body().path("id").stringValue();
		this.jdbc.sql("""
				insert into cart_line (id, cart_id, place, product_id, shop_id, name, accepted_price, quantity)
				select gen_random_uuid(), ?::uuid, place, gen_random_uuid(), gen_random_uuid(), 'x', 1, 1
				from generate_series(2, 98) place""").param(cart).update();
		List<Callable<Calls.Answer>> adds = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			UUID product = this.market.product();
			UUID seller = this.market.offer(product, "1", 1);
			adds.add(() -> this.calls.add(product, seller, 1));
		}
		List<Calls.Answer> answers = AllAtOnce.run(adds);
		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(2);
		assertThat(answers.stream().filter((answer) -> answer.slug().equals("cart-full"))).hasSize(4);
		assertThat(this.calls.cart().body().path("items").size()).isEqualTo(100);
		assertThat(this.calls.add(this.phone, this.shop, 1).status()).isEqualTo(201);
		assertThat(this.calls.add(UUID.randomUUID(), 1).pointer()).isEqualTo("/productId");
	}

	@Test
	void changesAndRemovalsAtOnceLeaveOneOfTheirResults() {
		String item = this.calls.add(this.phone, this.shop, 3).itemId(0);
		List<Calls.Answer> answers = AllAtOnce
			.run(List.of(() -> this.calls.change(item, 7), () -> this.calls.remove(item),
					() -> this.calls.change(item, 9), () -> this.calls.clear(), () -> this.calls.remove(item)));
		assertThat(answers).allMatch((answer) -> answer.status() == 200 || answer.status() == 404);
		assertThat(this.calls.cart().body().path("items").isEmpty()).isTrue();
	}

	@Test
	void theDatabaseItselfRefusesWhatACartCannotBe() {
		this.calls.add(this.phone, this.shop, 3);
		String cart = this.calls.cart().body().path("id").stringValue();
		for (String wrong : List.of("set quantity = 1000", "set quantity = 0", "set place = 101",
				"set accepted_price = 0")) {
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(
					() -> this.jdbc.sql("update cart_line " + wrong + " where cart_id = ?::uuid").param(cart).update());
		}
	}

}
