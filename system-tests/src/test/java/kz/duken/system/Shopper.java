package kz.duken.system;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer under load, who writes down what the store has acknowledged, and knows so
 * what must be true in the end.
 */
final class Shopper {

	private static final int SECONDS_OF_A_TOKEN = 120;

	private final Person person = Person.of(Patience.definite(Person::account));

	private final List<Wares> market;

	private final Random random;

	private Instant tokenSince = Instant.now();

	private BigDecimal money = BigDecimal.ZERO;

	/** The orders that were bought and not cancelled, with their totals. */
	private final Map<String, BigDecimal> bought = new HashMap<>();

	private final List<String> cancelled = new ArrayList<>();

	private int refusals;

	Shopper(List<Wares> market, int number) {
		this.market = market;
		this.random = Report.random("shopper " + number);
	}

	/** Shops until then. */
	Shopper shop(Instant end) {
		while (Instant.now().isBefore(end)) {
			if (Instant.now().isAfter(this.tokenSince.plusSeconds(SECONDS_OF_A_TOKEN))) {
				this.tokenSince = Instant.now();
				this.person.refresh();
			}
			switch (this.random.nextInt(6)) {
				case 0 -> topUp();
				case 1 -> cancel();
				default -> buy();
			}
		}
		return this;
	}

	private void topUp() {
		String key = Person.newKey();
		BigDecimal amount = BigDecimal.valueOf(1 + this.random.nextInt(100_000), 2);
		Patience
			.definite(() -> this.person.post("/api/customers/me/wallet/top-ups", "{\"amount\": " + amount + "}",
					"Idempotency-Key", key))
			.expect(201);
		this.money = this.money.add(amount);
	}

	private void buy() {
		int lines = 1 + this.random.nextInt(3);
		for (int i = 0; i < lines; i++) {
			Wares wares = this.market.get(this.random.nextInt(this.market.size()));
			int quantity = 1 + this.random.nextInt(3);
			Patience.definite(() -> wares.intoCartOf(this.person, quantity));
		}
		Answer cart = Patience.definite(() -> this.person.get("/api/cart")).expect(200);
		BigDecimal total = cart.at("/total").decimalValue();
		Answer order = Patience.order(this.person, Person.newKey(), total.toPlainString());
		assertThat(order.status()).isIn(201, 402, 409);
		if (order.status() == 201) {
			this.money = this.money.subtract(order.at("/total").decimalValue());
			this.bought.put(order.text("/id"), order.at("/total").decimalValue());
		}
		else {
			this.refusals++;
			Patience.definite(() -> this.person.delete("/api/cart")).expect(200);
		}
	}

	private void cancel() {
		if (this.bought.isEmpty()) {
			return;
		}
		String id = this.bought.keySet().iterator().next();
		Answer answer = Patience.definite(() -> this.person.post("/api/orders/" + id + "/cancel", ""));
		assertThat(answer.status()).isEqualTo(200);
		this.money = this.money.add(this.bought.remove(id));
		this.cancelled.add(id);
	}

	/** Insists that the store knows exactly what it has acknowledged. */
	void check() {
		this.person.refresh();
		Patience.until(() -> new BigDecimal(this.person.balance()).compareTo(this.money) == 0);
		this.bought.forEach((id, total) -> {
			Answer order = this.person.get("/api/orders/" + id).expect(200);
			assertThat(order.text("/status")).isEqualTo("CONFIRMED");
			assertThat(order.at("/total").decimalValue()).isEqualByComparingTo(total);
		});
		this.cancelled
			.forEach((id) -> assertThat(this.person.get("/api/orders/" + id).expect(200).text("/paymentStatus"))
				.isEqualTo("REFUNDED"));
		assertThat(countOrders()).isEqualTo(this.bought.size() + this.cancelled.size());
	}

	private int countOrders() {
		int count = 0;
		String cursor = "";
		do {
			Answer page = this.person.get("/api/orders?size=100" + cursor).expect(200);
			count += page.at("/items").size();
			cursor = page.at("/nextCursor").isNull() ? "" : "&cursor=" + page.text("/nextCursor");
		}
		while (!cursor.isEmpty());
		return count;
	}

	int orders() {
		return this.bought.size() + this.cancelled.size();
	}

	int cancellations() {
		return this.cancelled.size();
	}

	int refusals() {
		return this.refusals;
	}

}
