package kz.duken.cart;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import kz.duken.commons.audit.OwnAudit;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ServiceTest
class PromoCodeTests {

	private static final String ADMIN = TestTokens.admin(UUID.randomUUID());

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private OwnAudit audit;

	private final Market market = new Market();

	private Calls customer;

	private String code;

	@BeforeEach
	void aCartOfAHundred() {
		this.customer = new Calls(this.client);
		UUID phone = this.market.product();
		this.market.offer(phone, "33.33", 1000);
		this.customer.add(phone, 3);
		this.code = "C-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
	}

	@Test
	void aPercentageIsRoundedHalfUpToTheTiyn() {
		make(Map.of("percent", 50));
		Calls.Answer cart = this.customer.attach(this.code.toLowerCase(Locale.ROOT));
		assertThat(cart.status()).isEqualTo(200);
		assertThat(cart.body().path("promoCode").stringValue()).isEqualTo(this.code);
		assertThat(cart.amount("sum")).isEqualByComparingTo("99.99");
		assertThat(cart.amount("discount")).isEqualByComparingTo("50.00");
		assertThat(cart.amount("total")).isEqualByComparingTo("49.99");
		assertThat(this.customer.cart().body()).isEqualTo(cart.body());
		JsonNode checkout = this.customer.checkout().body();
		assertThat(checkout.path("promoCode").stringValue()).isEqualTo(this.code);
		assertThat(checkout.path("discount").decimalValue()).isEqualByComparingTo("50");
		assertThat(this.customer.detach().amount("total")).isEqualByComparingTo("99.99");
	}

	@Test
	void aDiscountNeverExceedsTheSum() {
		make(Map.of("amount", 1000));
		assertThat(this.customer.attach(this.code).amount("total")).isEqualByComparingTo("0");
	}

	@Test
	void whyACodeDoesNotApplyIsTold() {
		Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		assertThat(refusedWith(Map.of("percent", 5, "startsAt", now.plusSeconds(60).toString())))
			.isEqualTo("NOT_STARTED");
		assertThat(refusedWith(Map.of("percent", 5, "endsAt", now.minusSeconds(60).toString()))).isEqualTo("EXPIRED");
		assertThat(refusedWith(Map.of("percent", 5, "minSum", new BigDecimal("100.00")))).isEqualTo("MIN_SUM");
		this.code += "X";
		make(Map.of("percent", 5, "usageLimit", 1));
		redeem(UUID.randomUUID(), UUID.randomUUID());
		assertThat(this.customer.attach(this.code).body().path("reason").stringValue()).isEqualTo("USED_UP");
		this.code += "X";
		make(Map.of("percent", 5, "perCustomerLimit", 1));
		redeem(UUID.randomUUID(), this.customer.customer());
		assertThat(this.customer.attach(this.code).body().path("reason").stringValue()).isEqualTo("USED_BY_CUSTOMER");
		assertThat(this.customer.cart().body().path("promoCode").isNull()).isTrue();
		assertThat(new Calls(this.client).attach(this.code).body().path("reason").isMissingNode()).isTrue();
	}

	private String refusedWith(Map<String, ?> terms) {
		this.code += "X";
		make(terms);
		Calls.Answer refused = this.customer.attach(this.code);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.slug()).isEqualTo("promo-code-not-applicable");
		return refused.body().path("reason").stringValue();
	}

	@Test
	void anEmptiedCartHasNoCode() {
		make(Map.of("percent", 5));
		this.customer.attach(this.code);
		assertThat(this.customer.clear().body().path("promoCode").isNull()).isTrue();
	}

	@Test
	void aGuestsCodeComesAlongUnlessTheCustomerHasOne() {
		make(Map.of("percent", 5));
		Calls guest = Calls.ofGuest(this.client);
		guest.add(this.market.offered(), 1);
		guest.attach(this.code);
		assertThat(this.customer.merge(guest.cartToken()).body().path("promoCode").stringValue()).isEqualTo(this.code);
		String first = this.code;
		this.code += "X";
		make(Map.of("percent", 6));
		guest = Calls.ofGuest(this.client);
		guest.add(this.market.offered(), 1);
		guest.attach(this.code);
		assertThat(this.customer.merge(guest.cartToken()).body().path("promoCode").stringValue()).isEqualTo(first);
	}

	@Test
	void anOrderTakesItsCodeOutOfTheCart() {
		make(Map.of("percent", 5));
		this.customer.attach(this.code);
		ordered("OTHER");
		assertThat(this.customer.cart().body().path("promoCode").stringValue()).isEqualTo(this.code);
		ordered(this.code);
		assertThat(this.customer.cart().body().path("promoCode").isNull()).isTrue();
	}

	private void ordered(String used) {
		String body = JsonMapper.shared().writeValueAsString(Map.of("lines", List.of(), "promoCode", used));
		assertThat(this.customer
			.call(HttpMethod.PUT, "/internal/carts/" + this.customer.customer() + "/orders/" + UUID.randomUUID(),
					Calls.ORDER_SERVICE, body)
			.status()).isEqualTo(204);
	}

	@Test
	void anOrderIsAnsweredTheSameForEver() {
		make(Map.of("percent", 5, "usageLimit", 1));
		UUID first = UUID.randomUUID();
		UUID second = UUID.randomUUID();
		assertThat(redeem(first, UUID.randomUUID())).isEqualTo("REDEEMED");
		assertThat(redeem(second, UUID.randomUUID())).isEqualTo("NOT_APPLICABLE USED_UP");
		assertThat(release(first)).isEqualTo("RELEASED");
		assertThat(release(first)).isEqualTo("RELEASED");
		assertThat(used()).isZero();
		assertThat(redeem(first, UUID.randomUUID())).isEqualTo("REDEEMED");
		assertThat(redeem(second, UUID.randomUUID())).isEqualTo("NOT_APPLICABLE USED_UP");
		assertThat(used()).isZero();
		assertThat(redeem(UUID.randomUUID(), UUID.randomUUID())).isEqualTo("REDEEMED");
	}

	@Test
	void aReleaseThatComesFirstRefuses() {
		make(Map.of("percent", 5));
		UUID order = UUID.randomUUID();
		assertThat(release(order)).isEqualTo("RELEASED");
		assertThat(redeem(order, UUID.randomUUID())).isEqualTo("RELEASED");
		assertThat(used()).isZero();
	}

	@Test
	void afterTheDeadlineItIsTooLate() {
		make(Map.of("percent", 5));
		UUID order = UUID.randomUUID();
		assertThat(redeem(order, UUID.randomUUID(), "5.00", Instant.now().minusSeconds(5))).isEqualTo("EXPIRED");
		assertThat(redeem(order, UUID.randomUUID())).isEqualTo("EXPIRED");
		assertThat(used()).isZero();
	}

	@Test
	void anotherDiscountThanTheCustomerWasShownIsRefused() {
		make(Map.of("percent", 5));
		assertThat(redeem(UUID.randomUUID(), UUID.randomUUID(), "6.00", Instant.now().plusSeconds(60)))
			.isEqualTo("NOT_APPLICABLE EXPIRED");
	}

	@Test
	void aDeletedCodeAppliesNoMore() {
		make(Map.of("percent", 5, "usageLimit", 2));
		this.customer.attach(this.code);
		redeem(UUID.randomUUID(), UUID.randomUUID());
		assertThat(admin(HttpMethod.DELETE, "/" + this.code.toLowerCase(Locale.ROOT), null).status()).isEqualTo(204);
		assertThat(admin(HttpMethod.DELETE, "/" + this.code, null).slug()).isEqualTo("not-found");
		assertThat(this.customer.cart().amount("discount")).isEqualByComparingTo("0");
		assertThat(redeem(UUID.randomUUID(), UUID.randomUUID())).isEqualTo("NOT_APPLICABLE EXPIRED");
		make(Map.of("percent", 5, "usageLimit", 2));
		assertThat(used()).isOne();
	}

	@Test
	void aCodeThatIsMadeAnewWithALowerLimitIsUsedUpUntilFewerUsesStand() {
		make(Map.of("percent", 5, "usageLimit", 3));
		List<UUID> orders = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
		orders.forEach((order) -> assertThat(redeem(order, UUID.randomUUID())).isEqualTo("REDEEMED"));
		admin(HttpMethod.DELETE, "/" + this.code, null);
		make(Map.of("percent", 5, "usageLimit", 2));
		assertThat(used()).isEqualTo(2);

		release(orders.get(0));

		assertThat(redeem(UUID.randomUUID(), UUID.randomUUID())).isEqualTo("NOT_APPLICABLE USED_UP");
		release(orders.get(1));
		assertThat(used()).isOne();
		assertThat(redeem(UUID.randomUUID(), UUID.randomUUID())).isEqualTo("REDEEMED");
		assertThat(violations()).isZero();
	}

	@Test
	void aCodeThatIsMadeAnewHasLimitsForWhatComesAfterwards() {
		UUID customer = UUID.randomUUID();
		make(Map.of("percent", 5));
		redeem(UUID.randomUUID(), customer);
		redeem(UUID.randomUUID(), customer);
		admin(HttpMethod.DELETE, "/" + this.code, null);
		make(Map.of("percent", 5, "perCustomerLimit", 1));

		assertThat(redeem(UUID.randomUUID(), customer)).isEqualTo("NOT_APPLICABLE USED_BY_CUSTOMER");
		assertThat(redeem(UUID.randomUUID(), UUID.randomUUID())).isEqualTo("REDEEMED");
		assertThat(violations()).isZero();
	}

	@Test
	void aCodeIsMadeAnewWhileUsesComeAndGo() {
		make(Map.of("percent", 5));
		for (int i = 0; i < 15; i++) {
			UUID given = UUID.randomUUID();
			redeem(given, UUID.randomUUID());
			admin(HttpMethod.DELETE, "/" + this.code, null);
			AllAtOnce.run(List.of(() -> admin(HttpMethod.POST, "", Map.of("code", this.code, "percent", 5)).slug(),
					() -> release(given), () -> redeem(UUID.randomUUID(), UUID.randomUUID())));
			assertThat(violations()).isZero();
		}
	}

	/** How many rules this code breaks. */
	private long violations() {
		return this.audit.look()
			.stream()
			.filter((finding) -> String.valueOf(finding.example()).startsWith(this.code))
			.count();
	}

	@Test
	void brokenRulesAreFoundByTheAudit() {
		UUID customer = UUID.randomUUID();
		make(Map.of("percent", 5));
		redeem(UUID.randomUUID(), customer);
		redeem(UUID.randomUUID(), customer);

		this.jdbc.sql("update promo_code set per_customer_limit = 1 where code = ?").param(this.code).update();

		assertThat(broken()).contains("No customer uses a promo code more often than he may");
		this.jdbc.sql("update promo_code set per_customer_limit = null where code = ?").param(this.code).update();
		assertThat(broken()).isEmpty();
	}

	private List<String> broken() {
		return this.audit.look()
			.stream()
			.filter((finding) -> finding.violations() > 0)
			.map(OwnAudit.Finding::rule)
			.toList();
	}

	@Test
	void theLimitHoldsInARace() {
		make(Map.of("percent", 5, "usageLimit", 3));
		List<String> answers = AllAtOnce.run(16, () -> redeem(UUID.randomUUID(), UUID.randomUUID()));
		assertThat(answers.stream().filter("REDEEMED"::equals)).hasSize(3);
		assertThat(answers.stream().filter("NOT_APPLICABLE USED_UP"::equals)).hasSize(13);
		assertThat(used()).isEqualTo(3);
	}

	@Test
	void theLimitOfACustomerHoldsInARace() {
		make(Map.of("percent", 5, "perCustomerLimit", 2));
		UUID one = UUID.randomUUID();
		List<String> answers = AllAtOnce.run(12, () -> redeem(UUID.randomUUID(), one));
		assertThat(answers.stream().filter("REDEEMED"::equals)).hasSize(2);
		assertThat(used()).isEqualTo(2);
	}

	@Test
	void twinsOfOneOrderTakeOneUse() {
		make(Map.of("percent", 5));
		UUID order = UUID.randomUUID();
		assertThat(AllAtOnce.run(10, () -> redeem(order, this.customer.customer()))).containsOnly("REDEEMED");
		assertThat(used()).isOne();
		assertThat(AllAtOnce.run(10, () -> release(order))).containsOnly("RELEASED");
		assertThat(used()).isZero();
	}

	@Test
	void aRedemptionAndItsReleaseAtOnceLeaveNothing() {
		make(Map.of("percent", 5));
		for (int i = 0; i < 20; i++) {
			UUID order = UUID.randomUUID();
			AllAtOnce.run(List.of(() -> redeem(order, this.customer.customer()), () -> release(order)));
			assertThat(used()).isZero();
		}
	}

	@Test
	void codesAreListedByName() {
		make(Map.of("percent", 5, "minSum", new BigDecimal("10.50"), "usageLimit", 7));
		String name = this.code;
		this.code += "B";
		make(Map.of("amount", new BigDecimal("2.50")));
		JsonNode page = admin(HttpMethod.GET, "?size=100", null).body();
		List<String> codes = page.path("items").findValuesAsString("code");
		assertThat(codes).isSorted().containsSubsequence(name, this.code);
		JsonNode first = admin(HttpMethod.GET, "?size=1", null).body();
		JsonNode second = admin(HttpMethod.GET, "?size=1&cursor=" + first.path("nextCursor").stringValue(), null)
			.body();
		assertThat(second.at("/items/0/code").stringValue()).isEqualTo(codes.get(1));
		assertThat(admin(HttpMethod.GET, "?cursor=made-up", null).status()).isEqualTo(400);
	}

	@Test
	void equalCodesAreOne() {
		List<Calls.Answer> answers = AllAtOnce.run(6,
				() -> admin(HttpMethod.POST, "", Map.of("code", this.code, "percent", 5)));
		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.slug().equals("promo-code-taken"))).hasSize(5);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"percent": 5}                                    | /code
					{"code": "AB", "percent": 5}                      | /code
					{"code": "КОД", "percent": 5}                     | /code
					{"code": "A B C", "percent": 5}                   | /code
					{"code": "OK-1"}                                  | /percent
					{"code": "OK-1", "percent": 5, "amount": 5}       | /percent
					{"code": "OK-1", "percent": 0}                    | /percent
					{"code": "OK-1", "percent": 101}                  | /percent
					{"code": "OK-1", "percent": 1.5}                  | /percent
					{"code": "OK-1", "amount": 0}                     | /amount
					{"code": "OK-1", "amount": 1.005}                 | /amount
					{"code": "OK-1", "percent": 5, "minSum": -1}      | /minSum
					{"code": "OK-1", "percent": 5, "usageLimit": 0}   | /usageLimit
					{"code": "OK-1", "percent": 5, "perCustomerLimit": 99999999999} | /perCustomerLimit
					{"code": "OK-1", "percent": 5, "startsAt": "soon"} | /startsAt
					{"code": "OK-1", "percent": 5, "startsAt": "-999999999-01-01T00:00:00Z"} | /startsAt
					{"code": "OK-1", "percent": 5, "startsAt": "2026-01-02T00:00:00Z", "endsAt": "2026-01-01T00:00:00Z"} | /endsAt
					{"code": "OK-1", "percent": 5, "used": 0}         | /used
					""")
	void aBadCodeIsNotMade(String body, String pointer) {
		Calls.Answer answer = this.customer.call(HttpMethod.POST, "/api/promo-codes", ADMIN, body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.pointer()).isEqualTo(pointer);
		assertThat(admin(HttpMethod.GET, "?size=100", null).body().path("items").findValuesAsString("code"))
			.doesNotContain("OK-1");
	}

	@Test
	void aUseThatNoOrderHasIsFoundByTheAudit() {
		make(Map.of("percent", 5));
		redeem(UUID.randomUUID(), UUID.randomUUID());
		assertThat(this.audit.look()).hasSize(4).extracting(OwnAudit.Finding::example).doesNotContain(this.code);
		this.jdbc.sql("update promo_code set used = used + 1 where code = ?").param(this.code).update();
		assertThat(this.audit.look()).extracting(OwnAudit.Finding::example).contains(this.code);
		this.jdbc.sql("update promo_code set used = used - 1 where code = ?").param(this.code).update();
	}

	@Test
	void theDatabaseItselfKeepsTheLimits() {
		make(Map.of("percent", 5, "usageLimit", 3));
		for (String wrong : List.of("used = 4", "used = -1", "percent = 101", "amount = 5", "percent = null")) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.jdbc.sql("update promo_code set " + wrong + " where code = ?")
					.param(this.code)
					.update());
		}
		for (String forbidden : List.of("delete from redemption", "update redemption set code = 'OTHER'",
				"update redemption set decided_at = now()", "update redemption set customer_id = order_id")) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(forbidden).update())
				.havingRootCause()
				.withMessageContaining("permission denied");
		}
	}

	private void make(Map<String, ?> terms) {
		Map<String, Object> request = new HashMap<>(terms);
		request.put("code", this.code);
		Calls.Answer made = admin(HttpMethod.POST, "", request);
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.body().path("code").stringValue()).isEqualTo(this.code);
	}

	private Calls.Answer admin(HttpMethod method, String path, @Nullable Map<String, ?> body) {
		return this.customer.call(method, "/api/promo-codes" + path, ADMIN,
				(body != null) ? JsonMapper.shared().writeValueAsString(body) : null);
	}

	private int used() {
		return this.jdbc.sql("select used from promo_code where code = ?")
			.param(this.code)
			.query(Integer.class)
			.single();
	}

	private String redeem(UUID orderId, UUID customerId) {
		return redeem(orderId, customerId, "5.00", Instant.now().plusSeconds(60));
	}

	/** As an order of a hundred tenge does. */
	private String redeem(UUID orderId, UUID customerId, String discount, Instant deadline) {
		String body = JsonMapper.shared()
			.writeValueAsString(Map.of("customerId", customerId, "code", this.code, "sum", new BigDecimal("100.00"),
					"discount", new BigDecimal(discount), "deadline", deadline.toString()));
		return outcome(
				this.customer.call(HttpMethod.PUT, "/internal/redemptions/" + orderId, Calls.ORDER_SERVICE, body));
	}

	private String release(UUID orderId) {
		return outcome(this.customer.call(HttpMethod.PUT, "/internal/redemptions/" + orderId + "/release",
				Calls.ORDER_SERVICE, null));
	}

	private static String outcome(Calls.Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		JsonNode reason = answer.body().path("reason");
		return answer.body().path("outcome").stringValue() + (reason.isNull() ? "" : " " + reason.stringValue());
	}

}
