package kz.duken.customer.wallet;

import java.util.List;
import java.util.UUID;

import kz.duken.customer.Api;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What was paid goes back in parts, each once. */
@ServiceTest
class RefundTests {

	private final Api api;

	private final Till till;

	private final UUID order = UUID.randomUUID();

	private final UUID shop = UUID.randomUUID();

	@Autowired
	RefundTests(@LocalServerPort int port, JdbcClient database) {
		this.api = new Api(port, database);
		this.till = new Till(this.api, database);
	}

	@AfterEach
	void theLedgerAddsUp() {
		this.till.addsUp();
	}

	@Test
	void aPartGoesBackOnce() {
		var customer = this.till.customerWith(100);
		this.till.pay(this.order, customer, 100, 10, Till.LATER);

		List<String> answers = AllAtOnce.run(8, () -> refund(this.shop, "50.50", "45.45", "5.05").body().toString());

		assertThat(answers).containsOnly("{\"outcome\":\"REFUNDED\"}");
		assertThat(this.till.balance(customer)).isEqualTo("55.45");
		assertThat(this.till.escrow(this.order)).isEqualTo("49.50");
		assertThat(refund(this.shop, "50.50", "45.46", "5.04").slug()).isEqualTo("refund-differs");
		assertThat(refund(UUID.randomUUID(), "49.50", "44.55", "4.95").status()).isEqualTo(200);
		assertThat(this.till.balance(customer)).isEqualTo("100.00");
		assertThat(this.till.escrow(this.order)).isEqualTo("0.00");
	}

	@Test
	void noMoreGoesBackThanWasPaid() {
		var customer = this.till.customerWith(100);
		this.till.pay(this.order, customer, 100, 10, Till.LATER);
		refund(this.shop, "50", "45", "5");

		assertThat(refund(UUID.randomUUID(), "50.01", "45", "5.01").slug()).isEqualTo("refund-not-covered");
		assertThat(refund(UUID.randomUUID(), "50", "50", "0").slug()).isEqualTo("refund-not-covered");
		assertThat(refund(UUID.randomUUID(), "50", "44", "6").slug()).isEqualTo("refund-not-covered");
		assertThat(this.till.balance(customer)).isEqualTo("55.00");
	}

	@Test
	void partsRefundedAtOnceNeverExceedThePayment() {
		var customer = this.till.customerWith(100);
		this.till.pay(this.order, customer, 100, 0, Till.LATER);

		List<Integer> statuses = AllAtOnce.run(10, () -> refund(UUID.randomUUID(), "30", "30", "0").status());

		assertThat(statuses.stream().filter((status) -> status == 200)).hasSize(3);
		assertThat(this.till.escrow(this.order)).isEqualTo("10.00");
	}

	@Test
	void whatWasNotPaidDoesNotGoBack() {
		var customer = this.till.customerWith(100);

		assertThat(refund(this.shop, "10", "10", "0").slug()).isEqualTo("refund-not-covered");
		this.till.pay(this.order, customer, 101, 0, Till.LATER);
		assertThat(refund(this.shop, "10", "10", "0").slug()).isEqualTo("refund-not-covered");
		assertThat(this.till.balance(customer)).isEqualTo("100.00");
	}

	@Test
	void aDiscountMayPayForEverything() {
		var customer = this.till.customerWith(0);

		assertThat(this.till.pay(this.order, customer, 60, 60, Till.LATER).text("/outcome")).isEqualTo("PAID");
		assertThat(refund(this.shop, "60", "0", "60").text("/outcome")).isEqualTo("REFUNDED");

		assertThat(this.till.escrow(this.order)).isEqualTo("0.00");
		assertThat(this.api.get("/api/customers/me/wallet/entries", customer).body().get("items")).isEmpty();
	}

	@Test
	void aRefundThatMakesNoSenseIsRefused() {
		assertThat(refund(this.shop, "10", "9", "0").pointers()).isEqualTo("/gross");
		assertThat(refund(this.shop, "0", "0", "0").pointers()).isEqualTo("/gross");
		assertThat(refund(this.shop, "1", "2", "-1").pointers()).isEqualTo("/discount");
		assertThat(this.api.internal("/internal/refunds/" + this.order + "/nowhere", "{}").status()).isEqualTo(404);
	}

	private Api.Answer refund(UUID shopId, String gross, String net, String discount) {
		return this.api.internal("/internal/refunds/" + this.order + "/" + shopId,
				"{\"gross\": %s, \"net\": %s, \"discount\": %s}".formatted(gross, net, discount));
	}

}
