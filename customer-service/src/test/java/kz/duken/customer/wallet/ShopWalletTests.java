package kz.duken.customer.wallet;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import kz.duken.customer.Api;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Shops are paid for what arrived, and take it out. */
@ServiceTest
class ShopWalletTests {

	private final Api api;

	private final Api.Account customer;

	private final UUID shop = UUID.randomUUID();

	private final UUID order = UUID.randomUUID();

	@Autowired
	ShopWalletTests(@LocalServerPort int port, JdbcClient database) {
		this.api = new Api(port, database);
		this.customer = this.api.customer();
		this.api.topUp(this.api.admin(), this.customer.id().toString(), "k" + this.order, "{\"amount\": 1000}");
	}

	@Test
	void aShopGetsItsPartOnce() {
		paid("300");

		List<Api.Answer> answers = AllAtOnce.run(6, () -> credit("300"));

		assertThat(answers).allMatch((answer) -> "CREDITED".equals(answer.text("/outcome")));
		assertThat(balance()).isEqualTo("300.00");
		assertThat(credit("299").slug()).isEqualTo("credit-refused");
		assertThat(kinds()).containsExactly("SALE");
	}

	@Test
	void aPartGoesToTheShopOrBackNeverBoth() {
		paid("300");

		List<Api.Answer> answers = AllAtOnce.run(List.of(() -> credit("300"), () -> refund("300")));

		assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
		String wallet = this.api.get("/api/customers/me/wallet", this.customer).body().get("balance").toString();
		assertThat(balance() + " " + wallet).isIn("300.00 700.00", "0.00 1000.00");
	}

	@Test
	void noMoreIsCreditedThanTheOrderHolds() {
		assertThat(credit("1").status()).isEqualTo(409);
		paid("300");
		assertThat(credit("300.01").status()).isEqualTo(409);
		assertThat(balance()).isEqualTo("0.00");
	}

	@Test
	void aKeyPaysOutOnce() {
		paid("300");
		credit("300");

		List<Api.Answer> answers = AllAtOnce.run(6, () -> payOut("k1", "200"));

		assertThat(answers).allMatch((answer) -> "PAID_OUT".equals(answer.text("/outcome")));
		assertThat(answers.stream().map((answer) -> answer.text("/entry/id")).distinct()).hasSize(1);
		assertThat(answers).filteredOn((answer) -> "false".equals(answer.text("/replayed"))).hasSize(1);
		assertThat(balance()).isEqualTo("100.00");
		assertThat(payOut("k1", "100").text("/outcome")).isEqualTo("KEY_REUSED");
	}

	@Test
	void payoutsAtOnceNeverOverdraw() {
		paid("300");
		credit("300");

		List<Api.Answer> answers = AllAtOnce
			.run(IntStream.range(0, 6).<Callable<Api.Answer>>mapToObj((i) -> () -> payOut("p" + i, "100")).toList());

		assertThat(answers).filteredOn((answer) -> "PAID_OUT".equals(answer.text("/outcome"))).hasSize(3);
		assertThat(answers).filteredOn((answer) -> "INSUFFICIENT_FUNDS".equals(answer.text("/outcome"))).hasSize(3);
		assertThat(balance()).isEqualTo("0.00");
	}

	@Test
	void aRefusedPayoutLeavesItsKeyFree() {
		assertThat(payOut("k1", "100").text("/outcome")).isEqualTo("INSUFFICIENT_FUNDS");
		assertThat(payOut("k2", "99999999999999.99").text("/outcome")).isEqualTo("INSUFFICIENT_FUNDS");
		paid("300");
		credit("300");

		assertThat(payOut("k1", "100").text("/outcome")).isEqualTo("PAID_OUT");
		assertThat(kinds()).containsExactly("PAYOUT", "SALE");
	}

	@Test
	void onlyTheServicesConcernedMayAsk() {
		String wallet = "/internal/shops/" + this.shop + "/wallet";

		assertThat(this.api
			.send(HttpMethod.GET, wallet, null, Api.bearer(TestTokens.service("order-service", "customer-service")))
			.status()).isEqualTo(403);
		assertThat(this.api.get(wallet, this.customer).status()).isEqualTo(401);
		assertThat(this.api
			.send(HttpMethod.PUT, "/internal/credits/" + this.order + "/" + this.shop, "{\"gross\": 1}",
					Api.bearer(TestTokens.service("shop-service", "customer-service")))
			.status()).isEqualTo(403);
	}

	private void paid(String total) {
		assertThat(this.api
			.internal("/internal/payments/" + this.order,
					"""
							{"customerId": "%s", "sum": %s, "discount": 0, "total": %s, "deadline": "2999-01-01T00:00:00Z"}"""
						.formatted(this.customer.id(), total, total))
			.text("/outcome")).isEqualTo("PAID");
	}

	private Api.Answer credit(String gross) {
		return this.api.internal("/internal/credits/" + this.order + "/" + this.shop, "{\"gross\": " + gross + "}");
	}

	private Api.Answer refund(String amount) {
		return this.api.internal("/internal/refunds/" + this.order + "/" + this.shop,
				"{\"gross\": %s, \"net\": %s, \"discount\": 0}".formatted(amount, amount));
	}

	private Api.Answer payOut(String key, String amount) {
		return asShops(HttpMethod.POST, "/payouts",
				"{\"callerId\": \"%s\", \"key\": \"%s\", \"amount\": %s}".formatted(this.customer.id(), key, amount));
	}

	private String balance() {
		return asShops(HttpMethod.GET, "", null).body().get("balance").toString();
	}

	private List<String> kinds() {
		return asShops(HttpMethod.GET, "/entries", null).body().at("/items").findValuesAsString("kind");
	}

	private Api.Answer asShops(HttpMethod method, String path, @Nullable String body) {
		return this.api.send(method, "/internal/shops/" + this.shop + "/wallet" + path, body,
				Api.bearer(TestTokens.service("shop-service", "customer-service")));
	}

}
