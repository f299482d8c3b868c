package kz.duken.customer.wallet;

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

/** An order is paid once, or refused for good. */
@ServiceTest
class PaymentTests {

	private final JdbcClient database;

	private final Api api;

	private final Till till;

	private final UUID order = UUID.randomUUID();

	@Autowired
	PaymentTests(@LocalServerPort int port, JdbcClient database) {
		this.database = database;
		this.api = new Api(port, database);
		this.till = new Till(this.api, database);
	}

	@AfterEach
	void theLedgerAddsUp() {
		this.till.addsUp();
	}

	@Test
	void anOrderIsPaidOnce() {
		var customer = this.till.customerWith(100);

		var first = this.till.pay(this.order, customer, 60, 10, Till.LATER);
		var again = this.till.pay(this.order, customer, 60, 10, Till.EARLIER);

		assertThat(first.body().toString()).isEqualTo("{\"outcome\":\"PAID\",\"balance\":50.00}");
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(this.till.balance(customer)).isEqualTo("50.00");
		assertThat(this.till.escrow(this.order)).isEqualTo("60.00");
		var entry = this.api.get("/api/customers/me/wallet/entries", customer).body().get("items").get(0);
		assertThat(entry.get("kind").asString()).isEqualTo("PAYMENT");
		assertThat(entry.get("amount").toString()).isEqualTo("-50.00");
		assertThat(entry.get("balanceAfter").toString()).isEqualTo("50.00");
		assertThat(entry.get("orderId").asString()).isEqualTo(this.order.toString());
	}

	@Test
	void aRefusalStandsWhateverComesLater() {
		var customer = this.till.customerWith(100);

		var short1 = this.till.pay(this.order, customer, 101, 0, Till.LATER);
		this.api.topUp(this.api.admin(), customer.id().toString(), "more", "{\"amount\": 100}");
		var again = this.till.pay(this.order, customer, 101, 0, Till.LATER);

		assertThat(short1.body().toString()).isEqualTo("{\"outcome\":\"INSUFFICIENT_FUNDS\",\"balance\":100.00}");
		assertThat(again.body()).isEqualTo(short1.body());
		assertThat(this.till.balance(customer)).isEqualTo("200.00");
	}

	@Test
	void whoFirstAsksAfterTheDeadlineIsRefusedForGood() {
		var customer = this.till.customerWith(100);

		var late = this.till.pay(this.order, customer, 60, 0, Till.EARLIER);
		var again = this.till.pay(this.order, customer, 60, 0, Till.LATER);

		assertThat(late.body().toString()).isEqualTo("{\"outcome\":\"EXPIRED\",\"balance\":100.00}");
		assertThat(again.body()).isEqualTo(late.body());
	}

	@Test
	void anOrderComesToItsEndWithoutAWalletToo() {
		UUID id = UUID.randomUUID();
		var nobody = new Api.Account(id, "nobody", "", "");
		assertThat(this.till.pay(this.order, nobody, 60, 0, Till.EARLIER).status()).isEqualTo(404);
		this.database
			.sql("insert into customer (id, username, password_hash, roles) values (?, ?, 'none', '{CUSTOMER}')")
			.params(id, Api.username())
			.update();

		assertThat(this.till.pay(this.order, nobody, 60, 0, Till.LATER).status()).isEqualTo(404);
		var late = this.till.pay(this.order, nobody, 60, 0, Till.EARLIER);

		assertThat(late.body().toString()).isEqualTo("{\"outcome\":\"EXPIRED\",\"balance\":0.00}");
		assertThat(this.till.pay(this.order, nobody, 60, 0, Till.LATER).body()).isEqualTo(late.body());
	}

	@Test
	void twinsAreOnePayment() {
		var customer = this.till.customerWith(100);

		List<String> answers = AllAtOnce.run(12,
				() -> this.till.pay(this.order, customer, 70, 0, Till.LATER).body().toString());

		assertThat(answers).containsOnly("{\"outcome\":\"PAID\",\"balance\":30.00}");
		assertThat(this.till.balance(customer)).isEqualTo("30.00");
	}

	@Test
	void manyOrdersAtOnceSpendAWalletOnce() {
		var customer = this.till.customerWith(100);
		List<Callable<String>> payments = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			UUID one = UUID.randomUUID();
			payments.add(() -> this.till.pay(one, customer, 15, 0, Till.LATER).text("/outcome"));
		}

		List<String> outcomes = AllAtOnce.run(payments);

		assertThat(outcomes).containsOnly("PAID", "INSUFFICIENT_FUNDS");
		assertThat(outcomes.stream().filter("PAID"::equals)).hasSize(6);
		assertThat(this.till.balance(customer)).isEqualTo("10.00");
	}

	@Test
	void anotherRequestForTheSameOrderIsRefused() {
		var customer = this.till.customerWith(100);
		this.till.pay(this.order, customer, 60, 0, Till.LATER);

		assertThat(this.till.pay(this.order, customer, 61, 0, Till.LATER).slug()).isEqualTo("payment-differs");
		assertThat(this.till.pay(this.order, this.api.customer(), 60, 0, Till.LATER).slug())
			.isEqualTo("payment-differs");
		assertThat(this.till.balance(customer)).isEqualTo("40.00");
	}

	@Test
	void oneOrderOfTwoCustomersAtOnceIsPaidByOne() {
		var customers = List.of(this.till.customerWith(100), this.till.customerWith(100));

		List<Integer> statuses = AllAtOnce.run(customers.stream()
			.map((customer) -> (Callable<Integer>) () -> this.till.pay(this.order, customer, 60, 0, Till.LATER)
				.status())
			.toList());

		assertThat(statuses).containsExactlyInAnyOrder(200, 409);
		assertThat(this.till.escrow(this.order)).isEqualTo("60.00");
	}

	@Test
	void whoIsNotThereDoesNotPay() {
		assertThat(this.till.pay(this.order, new Api.Account(UUID.randomUUID(), "", "", ""), 1, 0, Till.LATER).slug())
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
		var customer = this.till.customerWith(100);

		var answer = this.api.internal("/internal/payments/" + this.order,
				"{\"customerId\": \"%s\", %s}".formatted(customer.id(), fields));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.pointers()).isEqualTo(pointers);
		assertThat(this.till.balance(customer)).isEqualTo("100.00");
	}

}
