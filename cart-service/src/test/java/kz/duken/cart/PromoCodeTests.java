package kz.duken.cart;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What a promo code takes off a cart, and why it does not. */
@ServiceTest
class PromoCodeTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	private final Market market = new Market();

	@Autowired
	private TransactionTemplate transaction;

	private Calls customer;

	private UUID phone;

	private Promotion promotion;

	@BeforeEach
	void aCartOfAHundred() {
		this.customer = new Calls(this.client);
		this.phone = this.market.product();
		this.market.offer(this.phone, "33.33", 1000);
		this.customer.add(this.phone, 3);
		this.promotion = new Promotion(this.client, this.jdbc);
	}

	@Test
	void aPercentageIsRoundedHalfUpToTheTiyn() {
		this.promotion.make(Map.of("percent", 50));
		Calls.Answer cart = this.customer.attach(this.promotion.code().toLowerCase(Locale.ROOT));
		assertThat(cart.status()).isEqualTo(200);
		assertThat(cart.body().path("promoCode").stringValue()).isEqualTo(this.promotion.code());
		assertThat(cart.amount("sum")).isEqualByComparingTo("99.99");
		assertThat(cart.amount("discount")).isEqualByComparingTo("50.00");
		assertThat(cart.amount("total")).isEqualByComparingTo("49.99");
		assertThat(this.customer.cart().body()).isEqualTo(cart.body());
		JsonNode checkout = this.customer.checkout().body();
		assertThat(checkout.path("promoCode").stringValue()).isEqualTo(this.promotion.code());
		assertThat(checkout.path("discount").decimalValue()).isEqualByComparingTo("50");
		assertThat(this.customer.detach().amount("total")).isEqualByComparingTo("99.99");
	}

	@Test
	void whatCannotBeShownForWantOfTheDiscountIsNotChanged() {
		this.promotion.make(Map.of("percent", 50));
		Calls.Answer before = this.customer.attach(this.promotion.code());
		Calls guest = Calls.ofGuest(this.client);
		Calls.Answer guests = guest.add(this.phone, 2);
		String token = String.valueOf(guest.cartToken());
		assertThat(withoutDiscounts(() -> this.customer.add(this.phone, 1)).status()).isEqualTo(503);
		assertThat(withoutDiscounts(() -> this.customer.merge(token)).status()).isEqualTo(503);
		assertThat(this.customer.cart().body()).isEqualTo(before.body());
		assertThat(Calls.ofGuest(this.client, token).cart().body()).isEqualTo(guests.body());
	}

	private Calls.Answer withoutDiscounts(Supplier<Calls.Answer> call) {
		return this.transaction.execute((status) -> {
			this.jdbc.sql("set local transaction_timeout = 0").update();
			this.jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
			this.jdbc.sql("lock table promo_code in access exclusive mode").update();
			return call.get();
		});
	}

	@Test
	void aDiscountNeverExceedsTheSum() {
		this.promotion.make(Map.of("amount", 1000));
		assertThat(this.customer.attach(this.promotion.code()).amount("total")).isEqualByComparingTo("0");
	}

	@Test
	void whyACodeDoesNotApplyIsTold() {
		Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		assertThat(refusedWith(Map.of("percent", 5, "startsAt", now.plusSeconds(60).toString())))
			.isEqualTo("NOT_STARTED");
		assertThat(refusedWith(Map.of("percent", 5, "endsAt", now.minusSeconds(60).toString()))).isEqualTo("EXPIRED");
		assertThat(refusedWith(Map.of("percent", 5, "minSum", new BigDecimal("100.00")))).isEqualTo("MIN_SUM");
		this.promotion = this.promotion.next();
		this.promotion.make(Map.of("percent", 5, "usageLimit", 1));
		this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID());
		assertThat(this.customer.attach(this.promotion.code()).body().path("reason").stringValue())
			.isEqualTo("USED_UP");
		this.promotion = this.promotion.next();
		this.promotion.make(Map.of("percent", 5, "perCustomerLimit", 1));
		this.promotion.redeem(UUID.randomUUID(), this.customer.customer());
		assertThat(this.customer.attach(this.promotion.code()).body().path("reason").stringValue())
			.isEqualTo("USED_BY_CUSTOMER");
		assertThat(this.customer.cart().body().path("promoCode").isNull()).isTrue();
		assertThat(new Calls(this.client).attach(this.promotion.code()).body().path("reason").isMissingNode()).isTrue();
	}

	private String refusedWith(Map<String, ?> terms) {
		this.promotion = this.promotion.next();
		this.promotion.make(terms);
		Calls.Answer refused = this.customer.attach(this.promotion.code());
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.slug()).isEqualTo("promo-code-not-applicable");
		return refused.body().path("reason").stringValue();
	}

	@Test
	void anEmptiedCartHasNoCode() {
		this.promotion.make(Map.of("percent", 5));
		this.customer.attach(this.promotion.code());
		assertThat(this.customer.clear().body().path("promoCode").isNull()).isTrue();
	}

	@Test
	void aCodeIsAFirstThingInACartToo() {
		this.promotion.make(Map.of("percent", 50));
		Calls guest = Calls.ofGuest(this.client);
		assertThat(guest.attach("no-such-code").slug()).isEqualTo("promo-code-unknown");
		assertThat(guest.cartToken()).isNull();

		Calls.Answer begun = guest.attach(this.promotion.code());

		assertThat(begun.status()).isEqualTo(200);
		assertThat(begun.body().path("id").isString()).isTrue();
		assertThat(guest.cartToken()).hasSize(43);
		assertThat(guest.add(this.market.offered(), 1).amount("discount")).isEqualByComparingTo("5");
	}

	@Test
	void aGuestsCodeComesAlongUnlessTheCustomerHasOne() {
		this.promotion.make(Map.of("percent", 5));
		Calls guest = Calls.ofGuest(this.client);
		guest.add(this.market.offered(), 1);
		guest.attach(this.promotion.code());
		assertThat(this.customer.merge(guest.cartToken()).body().path("promoCode").stringValue())
			.isEqualTo(this.promotion.code());
		String first = this.promotion.code();
		this.promotion = this.promotion.next();
		this.promotion.make(Map.of("percent", 6));
		guest = Calls.ofGuest(this.client);
		guest.add(this.market.offered(), 1);
		guest.attach(this.promotion.code());
		assertThat(this.customer.merge(guest.cartToken()).body().path("promoCode").stringValue()).isEqualTo(first);
	}

	@Test
	void anOrderTakesItsCodeOutOfTheCart() {
		this.promotion.make(Map.of("percent", 5));
		this.customer.attach(this.promotion.code());
		ordered("OTHER");
		assertThat(this.customer.cart().body().path("promoCode").stringValue()).isEqualTo(this.promotion.code());
		ordered(this.promotion.code());
		assertThat(this.customer.cart().body().path("promoCode").isNull()).isTrue();
	}

	private void ordered(String used) {
		String body = JsonMapper.shared().writeValueAsString(Map.of("lines", List.of(), "promoCode", used));
		assertThat(this.customer
			.call(HttpMethod.PUT, "/internal/carts/" + this.customer.customer() + "/orders/" + UUID.randomUUID(),
					Calls.ORDER_SERVICE, body)
			.status()).isEqualTo(204);
	}

}
