package kz.duken.shop.wallet;

import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import kz.duken.test.Neighbourhood;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

class WalletTests extends MarketTest {

	private static final String ENTRY = """
			{"id": "019a0000-0000-7000-8000-000000000001", "at": "2026-01-01T10:00:00Z", "kind": "%s", "amount": %s,
			 "balanceAfter": 90.10, "orderId": null, "new": 1}""";

	private static String path(UUID shop) {
		return "/api/shops/" + shop + "/wallet";
	}

	private static void payoutsAnswer(UUID shop, String json) {
		Neighbourhood.stubs()
			.stubFor(WireMock.post("/internal" + path(shop).substring(4) + "/payouts")
				.willReturn(WireMock.okJson(json)));
	}

	private Answer payOut(UUID shop, String token, @Nullable String key, String body) {
		return this.market.send(HttpMethod.POST, path(shop) + "/payouts", token, body, MediaType.APPLICATION_JSON,
				(key != null) ? Map.of("Idempotency-Key", key) : Map.of());
	}

	@Test
	void theOwnerSeesWhatTheShopHasAndHow() {
		UUID shop = this.market.pendingShop();
		Neighbourhood.stubs()
			.stubFor(WireMock.get("/internal/shops/" + shop + "/wallet")
				.willReturn(WireMock.okJson("{\"balance\": 100.1, \"currency\": \"KZT\"}")));
		Neighbourhood.stubs()
			.stubFor(WireMock.get("/internal/shops/" + shop + "/wallet/entries?size=20")
				.willReturn(WireMock
					.okJson("{\"items\": [" + ENTRY.formatted("SALE", "90.10") + "], \"nextCursor\": \"OQ\"}")));
		Neighbourhood.stubs()
			.stubFor(WireMock.get("/internal/shops/" + shop + "/wallet/entries?size=2&cursor=OQ")
				.willReturn(WireMock.okJson("{\"items\": [], \"nextCursor\": null}")));
		for (String token : new String[] { Market.OWNER, Market.ADMIN }) {
			Answer balance = this.market.get(path(shop), token);
			assertThat(balance.body().propertyNames()).containsExactly("balance", "currency");
			assertThat(balance.text("/balance")).isEqualTo("100.10");
			Answer entries = this.market.get(path(shop) + "/entries", token);
			assertThat(entries.items().get(0).propertyNames()).containsExactly("id", "at", "kind", "amount",
					"balanceAfter", "orderId");
			assertThat(entries.text("/items/0/amount")).isEqualTo("90.10");
			assertThat(entries.text("/nextCursor")).isEqualTo("OQ");
			assertThat(this.market.get(path(shop) + "/entries?size=2&cursor=OQ", token).items().isEmpty()).isTrue();
		}
	}

	@Test
	void othersSeeNoMoney() {
		UUID hidden = this.market.pendingShop();
		UUID open = this.market.shop();
		for (String way : new String[] { "", "/entries" }) {
			assertThat(this.market.get(path(open) + way, Market.CUSTOMER).slug()).isEqualTo("forbidden");
			assertThat(this.market.get(path(hidden) + way, Market.CUSTOMER).slug()).isEqualTo("not-found");
			assertThat(this.market.get(path(open) + way, null).slug()).isEqualTo("unauthorized");
			assertThat(this.market.get(path(UUID.randomUUID()) + way, Market.ADMIN).slug()).isEqualTo("not-found");
		}
		assertThat(payOut(open, Market.CUSTOMER, "k", "{\"amount\": 1}").slug()).isEqualTo("forbidden");
		assertThat(payOut(hidden, Market.CUSTOMER, "k", "{\"amount\": 1}").slug()).isEqualTo("not-found");
		Neighbourhood.stubs()
			.verify(0,
					WireMock.anyRequestedFor(WireMock.urlMatching("/internal/shops/(" + open + "|" + hidden + ").*")));
	}

	@Test
	void aPayoutIsMadeOnceForItsKey() {
		UUID shop = this.market.shop();
		String answer = "{\"outcome\": \"PAID_OUT\", \"replayed\": %s, \"balance\": 90.1, \"entry\": "
				+ ENTRY.formatted("PAYOUT", "-10") + "}";
		payoutsAnswer(shop, answer.formatted(false));
		Answer first = payOut(shop, Market.OWNER, "\"key 1\"", "{\"amount\": 10}");
		assertThat(first.status()).isEqualTo(201);
		assertThat(first.text("/kind")).isEqualTo("PAYOUT");
		assertThat(first.text("/amount")).isEqualTo("-10.00");
		assertThat(first.headers().containsHeader("Idempotency-Replayed")).isFalse();
		payoutsAnswer(shop, answer.formatted(true));
		Answer again = payOut(shop, Market.OWNER, "key 1", "{\"amount\": 10}");
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
		Neighbourhood.stubs()
			.verify(2,
					WireMock.postRequestedFor(WireMock.urlEqualTo("/internal/shops/" + shop + "/wallet/payouts"))
						.withRequestBody(WireMock.matchingJsonPath("$.key", WireMock.equalTo("key 1")))
						.withRequestBody(WireMock.matchingJsonPath("$.callerId")));
	}

	@Test
	void whatIsNotThereIsNotPaidOut() {
		UUID shop = this.market.shop();
		payoutsAnswer(shop,
				"{\"outcome\": \"INSUFFICIENT_FUNDS\", \"replayed\": false, \"balance\": 9.5, \"entry\": null}");
		Answer refused = payOut(shop, Market.OWNER, "k", "{\"amount\": 10}");
		assertThat(refused.status()).isEqualTo(402);
		assertThat(refused.slug()).isEqualTo("insufficient-funds");
		assertThat(refused.text("/balance")).isEqualTo("9.50");
		payoutsAnswer(shop, "{\"outcome\": \"KEY_REUSED\", \"replayed\": false, \"balance\": 9.5, \"entry\": null}");
		Answer reused = payOut(shop, Market.OWNER, "k", "{\"amount\": 11}");
		assertThat(reused.status()).isEqualTo(422);
		assertThat(reused.slug()).isEqualTo("idempotency-key-reused");
	}

	@Test
	void theKeyIsLookedAtBeforeTheBody() {
		UUID shop = this.market.shop();
		assertThat(payOut(shop, Market.OWNER, null, "no json").slug()).isEqualTo("idempotency-key-missing");
		assertThat(payOut(shop, Market.OWNER, "k".repeat(256), "no json").slug()).isEqualTo("idempotency-key-invalid");
		assertThat(payOut(shop, Market.OWNER, "k", "no json").slug()).isEqualTo("malformed-request");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                              | /amount
			{"amount": null}                | /amount
			{"amount": 0}                   | /amount
			{"amount": -1}                  | /amount
			{"amount": 0.001}               | /amount
			{"amount": "1"}                 | /amount
			{"amount": 1e999999999}         | /amount
			{"amount": 1, "balance": 1}     | /balance
			""")
	void aBadAmountIsRefused(String body, String pointer) {
		Answer refused = payOut(this.market.shop(), Market.OWNER, "k", body);
		assertThat(refused.slug()).isEqualTo("validation");
		assertThat(refused.pointer()).isEqualTo(pointer);
	}

	@Test
	void aCursorThatCustomerServiceDoesNotKnowIsMadeUp() {
		UUID shop = this.market.shop();
		Neighbourhood.stubs()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/shops/" + shop + "/wallet/entries"))
				.willReturn(WireMock.badRequest()));
		assertThat(this.market.get(path(shop) + "/entries?cursor=OQ", Market.OWNER).pointer()).isEqualTo("/cursor");
		assertThat(this.market.get(path(shop) + "/entries?cursor=%7F", Market.OWNER).pointer()).isEqualTo("/cursor");
		assertThat(this.market.get(path(shop) + "/entries?size=0", Market.OWNER).pointer()).isEqualTo("/size");
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 503, 403, 404 })
	void anOutageIsToldAsOne(int status) {
		UUID shop = this.market.shop();
		this.market = this.market.once();
		Neighbourhood.stubs()
			.stubFor(WireMock.any(WireMock.urlPathMatching("/internal/shops/.*"))
				.willReturn(WireMock.aResponse().withStatus(status)));
		for (Answer answer : new Answer[] { this.market.get(path(shop), Market.OWNER),
				this.market.get(path(shop) + "/entries", Market.OWNER),
				payOut(shop, Market.OWNER, "k", "{\"amount\": 10}") }) {
			assertThat(answer.slug()).isEqualTo("unavailable");
			assertThat(answer.headers().getFirst("Retry-After")).isNotNull();
		}
	}

}
