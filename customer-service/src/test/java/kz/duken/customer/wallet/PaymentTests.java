package kz.duken.customer.wallet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import kz.duken.customer.Api;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class PaymentTests {

	private static final String LATER = "2099-01-01T00:00:00Z";

	private static final String EARLIER = "2020-01-01T00:00:00Z";

	private final JdbcClient database;

	private final Api api;

	private final UUID order = UUID.randomUUID();

	private final UUID shop = UUID.randomUUID();

	@Autowired
	PaymentTests(@LocalServerPort int port, JdbcClient database) {
		this.database = database;
		this.api = new Api(port, database);
	}

	@AfterEach
	void theLedgerAddsUp() {
		assertThat(this.database.sql("""
				select count(*) from ledger_account a where balance is distinct from (
				  select coalesce(sum(amount), 0) from ledger_entry
				  where account_kind = a.kind and account_owner_id = a.owner_id) and balance is not null""")
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.database.sql("select sum(amount) from ledger_entry").query(BigDecimal.class).optional())
			.hasValueSatisfying((sum) -> assertThat(sum).isZero());
	}

	@Test
	void anOrderIsPaidOnce() {
		var customer = customerWith(100);

		var first = pay(this.order, customer, 60, 10, LATER);
		var again = pay(this.order, customer, 60, 10, EARLIER);

		assertThat(first.body().toString()).isEqualTo("{\"outcome\":\"PAID\",\"balance\":50.00}");
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(balance(customer)).isEqualTo("50.00");
		assertThat(escrow(this.order)).isEqualTo("60.00");
		var entry = this.api.get("/api/customers/me/wallet/entries", customer).body().get("items").get(0);
		assertThat(entry.get("kind").asString()).isEqualTo("PAYMENT");
		assertThat(entry.get("amount").toString()).isEqualTo("-50.00");
		assertThat(entry.get("balanceAfter").toString()).isEqualTo("50.00");
		assertThat(entry.get("orderId").asString()).isEqualTo(this.order.toString());
	}

	@Test
	void aRefusalStandsWhateverComesLater() {
		var customer = customerWith(100);

		var short1 = pay(this.order, customer, 101, 0, LATER);
		this.api.topUp(this.api.admin(), customer.id().toString(), "more", "{\"amount\": 100}");
		var again = pay(this.order, customer, 101, 0, LATER);

		assertThat(short1.body().toString()).isEqualTo("{\"outcome\":\"INSUFFICIENT_FUNDS\",\"balance\":100.00}");
		assertThat(again.body()).isEqualTo(short1.body());
		assertThat(balance(customer)).isEqualTo("200.00");
	}

	@Test
	void whoFirstAsksAfterTheDeadlineIsRefusedForGood() {
		var customer = customerWith(100);

		var late = pay(this.order, customer, 60, 0, EARLIER);
		var again = pay(this.order, customer, 60, 0, LATER);

		assertThat(late.body().toString()).isEqualTo("{\"outcome\":\"EXPIRED\",\"balance\":100.00}");
		assertThat(again.body()).isEqualTo(late.body());
	}

	@Test
	void anOrderComesToItsEndWithoutAWalletToo() {
		UUID id = UUID.randomUUID();
		var nobody = new Api.Account(id, "nobody", "", "");
		assertThat(pay(this.order, nobody, 60, 0, EARLIER).status()).isEqualTo(404);
		this.database
			.sql("insert into customer (id, username, password_hash, roles) values (?, ?, 'none', '{CUSTOMER}')")
			.params(id, Api.username())
			.update();

		assertThat(pay(this.order, nobody, 60, 0, LATER).status()).isEqualTo(404);
		var late = pay(this.order, nobody, 60, 0, EARLIER);

		assertThat(late.body().toString()).isEqualTo("{\"outcome\":\"EXPIRED\",\"balance\":0.00}");
		assertThat(pay(this.order, nobody, 60, 0, LATER).body()).isEqualTo(late.body());
	}

	@Test
	void aDiscountMayPayForEverything() {
		var customer = customerWith(0);

		assertThat(pay(this.order, customer, 60, 60, LATER).text("/outcome")).isEqualTo("PAID");
		assertThat(refund(this.shop, "60", "0", "60").text("/outcome")).isEqualTo("REFUNDED");

		assertThat(escrow(this.order)).isEqualTo("0.00");
		assertThat(this.api.get("/api/customers/me/wallet/entries", customer).body().get("items")).isEmpty();
	}

	@Test
	void twinsAreOnePayment() {
		var customer = customerWith(100);

		List<String> answers = AllAtOnce.run(12, () -> pay(this.order, customer, 70, 0, LATER).body().toString());

		assertThat(answers).containsOnly("{\"outcome\":\"PAID\",\"balance\":30.00}");
		assertThat(balance(customer)).isEqualTo("30.00");
	}

	@Test
	void manyOrdersAtOnceSpendAWalletOnce() {
		var customer = customerWith(100);
		List<Callable<String>> payments = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			UUID one = UUID.randomUUID();
			payments.add(() -> pay(one, customer, 15, 0, LATER).text("/outcome"));
		}

		List<String> outcomes = AllAtOnce.run(payments);

		assertThat(outcomes).containsOnly("PAID", "INSUFFICIENT_FUNDS");
		assertThat(outcomes.stream().filter("PAID"::equals)).hasSize(6);
		assertThat(balance(customer)).isEqualTo("10.00");
	}

	@Test
	void anotherRequestForTheSameOrderIsRefused() {
		var customer = customerWith(100);
		pay(this.order, customer, 60, 0, LATER);

		assertThat(pay(this.order, customer, 61, 0, LATER).slug()).isEqualTo("payment-differs");
		assertThat(pay(this.order, this.api.customer(), 60, 0, LATER).slug()).isEqualTo("payment-differs");
		assertThat(balance(customer)).isEqualTo("40.00");
	}

	@Test
	void oneOrderOfTwoCustomersAtOnceIsPaidByOne() {
		var customers = List.of(customerWith(100), customerWith(100));

		List<Integer> statuses = AllAtOnce.run(customers.stream()
			.map((customer) -> (Callable<Integer>) () -> pay(this.order, customer, 60, 0, LATER).status())
			.toList());

		assertThat(statuses).containsExactlyInAnyOrder(200, 409);
		assertThat(escrow(this.order)).isEqualTo("60.00");
	}

	@Test
	void aPartGoesBackOnce() {
		var customer = customerWith(100);
		pay(this.order, customer, 100, 10, LATER);

		List<String> answers = AllAtOnce.run(8, () -> refund(this.shop, "50.50", "45.45", "5.05").body().toString());

		assertThat(answers).containsOnly("{\"outcome\":\"REFUNDED\"}");
		assertThat(balance(customer)).isEqualTo("55.45");
		assertThat(escrow(this.order)).isEqualTo("49.50");
		assertThat(refund(this.shop, "50.50", "45.46", "5.04").slug()).isEqualTo("refund-differs");
		assertThat(refund(UUID.randomUUID(), "49.50", "44.55", "4.95").status()).isEqualTo(200);
		assertThat(balance(customer)).isEqualTo("100.00");
		assertThat(escrow(this.order)).isEqualTo("0.00");
	}

	@Test
	void noMoreGoesBackThanWasPaid() {
		var customer = customerWith(100);
		pay(this.order, customer, 100, 10, LATER);
		refund(this.shop, "50", "45", "5");

		assertThat(refund(UUID.randomUUID(), "50.01", "45", "5.01").slug()).isEqualTo("refund-not-covered");
		assertThat(refund(UUID.randomUUID(), "50", "50", "0").slug()).isEqualTo("refund-not-covered");
		assertThat(refund(UUID.randomUUID(), "50", "44", "6").slug()).isEqualTo("refund-not-covered");
		assertThat(balance(customer)).isEqualTo("55.00");
	}

	@Test
	void partsRefundedAtOnceNeverExceedThePayment() {
		var customer = customerWith(100);
		pay(this.order, customer, 100, 0, LATER);

		List<Integer> statuses = AllAtOnce.run(10, () -> refund(UUID.randomUUID(), "30", "30", "0").status());

		assertThat(statuses.stream().filter((status) -> status == 200)).hasSize(3);
		assertThat(escrow(this.order)).isEqualTo("10.00");
	}

	@Test
	void whatWasNotPaidDoesNotGoBack() {
		var customer = customerWith(100);

		assertThat(refund(this.shop, "10", "10", "0").slug()).isEqualTo("refund-not-covered");
		pay(this.order, customer, 101, 0, LATER);
		assertThat(refund(this.shop, "10", "10", "0").slug()).isEqualTo("refund-not-covered");
		assertThat(balance(customer)).isEqualTo("100.00");
	}

	@Test
	void whoIsNotThereDoesNotPay() {
		assertThat(pay(this.order, new Api.Account(UUID.randomUUID(), "", "", ""), 1, 0, LATER).slug())
			.isEqualTo("not-found");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"sum": 10, "discount": 0, "total": 9, "deadline": "2099-01-01T00:00:00Z"     | /total
			"sum": 0, "discount": 0, "total": 0, "deadline": "2099-01-01T00:00:00Z"      | /sum
			"sum": 10, "discount": -1, "total": 11, "deadline": "2099-01-01T00:00:00Z"   | /discount
			"sum": 10, "discount": 11, "total": -1, "deadline": "2099-01-01T00:00:00Z"   | /total
			"sum": 10, "discount": 0, "total": 10                                        | /deadline
			"sum": 10, "discount": 0, "total": 10, "deadline": "tomorrow"                | /deadline
			"sum": 10, "discount": 0, "total": 10, "deadline": "+99999999-01-01T00:00:00Z" | /deadline
			"sum": "10", "discount": 0, "total": 10, "deadline": "2099-01-01T00:00:00Z"  | /sum
			""")
	void aPaymentThatMakesNoSenseIsRefused(String fields, String pointers) {
		var customer = customerWith(100);

		var answer = this.api.internal("/internal/payments/" + this.order,
				"{\"customerId\": \"%s\", %s}".formatted(customer.id(), fields));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.pointers()).isEqualTo(pointers);
		assertThat(balance(customer)).isEqualTo("100.00");
	}

	@Test
	void aRefundThatMakesNoSenseIsRefused() {
		assertThat(refund(this.shop, "10", "9", "0").pointers()).isEqualTo("/gross");
		assertThat(refund(this.shop, "0", "0", "0").pointers()).isEqualTo("/gross");
		assertThat(refund(this.shop, "1", "2", "-1").pointers()).isEqualTo("/discount");
		assertThat(this.api.internal("/internal/refunds/" + this.order + "/nowhere", "{}").status()).isEqualTo(404);
	}

	private Api.Account customerWith(int amount) {
		var customer = this.api.customer();
		if (amount > 0) {
			this.api.topUp(this.api.admin(), customer.id().toString(), "k", "{\"amount\": %d}".formatted(amount));
		}
		return customer;
	}

	private Api.Answer pay(UUID orderId, Api.Account customer, int sum, int discount, String deadline) {
		return this.api.internal("/internal/payments/" + orderId, """
				{"customerId": "%s", "sum": %d, "discount": %d, "total": %d, "deadline": "%s"}"""
			.formatted(customer.id(), sum, discount, sum - discount, deadline));
	}

	private Api.Answer refund(UUID shopId, String gross, String net, String discount) {
		return this.api.internal("/internal/refunds/" + this.order + "/" + shopId,
				"{\"gross\": %s, \"net\": %s, \"discount\": %s}".formatted(gross, net, discount));
	}

	private String balance(Api.Account customer) {
		return this.api.get("/api/customers/me/wallet", customer).body().get("balance").toString();
	}

	private String escrow(UUID orderId) {
		return this.database.sql("select balance::text from ledger_account where kind = 'ESCROW' and owner_id = ?")
			.param(orderId)
			.query(String.class)
			.single();
	}

}
