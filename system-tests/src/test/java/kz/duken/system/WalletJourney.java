package kz.duken.system;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Each entry of a wallet tells what it has made of the balance. */
class WalletJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void aCustomersEntriesLeadToWhatHeHas() {
		Wares wares = Wares.offered("250.50", 5);
		Person customer = Person.registered().withMoney("1000");
		Answer topUp = customer.topUp("0.05", Person.newKey()).expect(201);
		wares.intoCartOf(customer, 2).expect(201);
		String order = customer.order(Person.newKey()).expect(201).text("/id");
		customer.post("/api/orders/" + order + "/cancel", "").expect(200);
		Patience.until("the refund", () -> customer.balance().equals("1000.05"));

		List<JsonNode> entries = customer.turnPages("/api/customers/me/wallet/entries", 3);

		assertThat(entries).map(WalletJourney::told)
			.containsExactly("REFUND 501.00 makes 1000.05 for " + order, "PAYMENT -501.00 makes 499.05 for " + order,
					"TOP_UP 0.05 makes 1000.05 for no order", "TOP_UP 1000.00 makes 1000.00 for no order");
		assertThat(entries.get(2)).isEqualTo(topUp.body());
		areWhole(entries);
		assertThat(Person.admin().turnPages("/api/customers/" + customer.id() + "/wallet/entries", 100))
			.isEqualTo(entries);
	}

	@Test
	void aShopsEntriesLeadToWhatItHas() {
		Wares wares = Wares.offered("500.25", 5);
		Person customer = Person.registered().withMoney("1000.50");
		wares.intoCartOf(customer, 2).expect(201);
		String order = customer.order(Person.newKey()).expect(201).text("/id");
		wares.deliver(order);
		customer.post("/api/orders/" + order + "/shipments/" + wares.shopId() + "/confirm", "").expect(200);
		Patience.until("the shop's money",
				() -> new BigDecimal(wares.balance()).compareTo(new BigDecimal("1000.50")) == 0);
		String wallet = "/api/shops/" + wares.shopId() + "/wallet";
		Answer some = paidOut(wares, "300.10");
		Answer rest = paidOut(wares, "700.40");

		List<JsonNode> entries = wares.owner().turnPages(wallet + "/entries", 2);

		assertThat(entries).map(WalletJourney::told)
			.containsExactly("PAYOUT -700.40 makes 0.00 for no order", "PAYOUT -300.10 makes 700.40 for no order",
					"SALE 1000.50 makes 1000.50 for " + order);
		assertThat(entries).startsWith(rest.body(), some.body());
		areWhole(entries);
		Answer left = wares.owner().get(wallet).expect(200);
		assertThat(left.at("/balance").decimalValue()).isZero();
		assertThat(left.text("/currency")).isEqualTo("KZT");
	}

	private static Answer paidOut(Wares wares, String tenge) {
		return wares.owner()
			.post("/api/shops/" + wares.shopId() + "/wallet/payouts", "{\"amount\": " + tenge + "}", "Idempotency-Key",
					Person.newKey())
			.expect(201);
	}

	private static String told(JsonNode entry) {
		String order = entry.at("/orderId").isNull() ? "no order" : entry.at("/orderId").asString();
		return "%s %s makes %s for %s".formatted(entry.at("/kind").asString(), tenge(entry.at("/amount")),
				tenge(entry.at("/balanceAfter")), order);
	}

	private static String tenge(JsonNode amount) {
		return amount.decimalValue().setScale(2).toPlainString();
	}

	/** Insists that entries have all that they should, and come newest first. */
	private static void areWhole(List<JsonNode> entries) {
		assertThat(entries).allSatisfy((entry) -> assertThat(entry.propertyNames()).containsExactlyInAnyOrder("id",
				"at", "kind", "amount", "balanceAfter", "orderId"));
		assertThat(entries).map((entry) -> Instant.parse(entry.at("/at").asString()))
			.isSortedAccordingTo(Comparator.reverseOrder());
	}

}
