package kz.duken.system;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer under load, who writes down what the store has acknowledged, and knows so
 * what must be true in the end.
 */
final class Shopper {

	private final Person person = Person.registered();

	private final List<Keeper> market;

	private final String code;

	private final Random random;

	private BigDecimal money = BigDecimal.ZERO;

	/** As they were acknowledged, by id: bought, cancelled, received. */
	private final Map<String, Answer> bought = new LinkedHashMap<>();

	private final Map<String, Answer> cancelled = new LinkedHashMap<>();

	private final Map<String, Answer> received = new LinkedHashMap<>();

	/**
	 * Pieces that may come into the cart after the last purchase; not later, as nobody is
	 * paused for as long as it takes to ask again and buy.
	 */
	private int mayComeLate;

	/** Whether the cart may be emptied once more, since that had to be asked again. */
	private boolean mayBeEmptiedLate;

	/** Refusals that leave a rejected order, and others. */
	private final List<String> refusals = new ArrayList<>();

	Shopper(List<Keeper> market, String code, int number) {
		this.market = market;
		this.code = code;
		this.random = Report.random("shopper " + number);
	}

	/**
	 * What to do next. All of it is drawn before anything is done, so that it depends on
	 * the seed alone and not on what the store answers.
	 */
	private record Wish(int kind, BigDecimal amount, List<Integer> shops, List<Integer> quantities, boolean code) {

		static Wish drawn(Random random, int shops) {
			return new Wish(random.nextInt(7), BigDecimal.valueOf(1 + random.nextInt(100_000), 2),
					random.ints(3, 0, shops).boxed().toList(), random.ints(3, 1, 4).boxed().toList(),
					random.nextBoolean());
		}

	}

	/** Shops until then. */
	void shop(Instant end) {
		while (Instant.now().isBefore(end)) {
			if (this.person.hasOldToken()) {
				this.person.refresh();
			}
			Wish wish = Wish.drawn(this.random, this.market.size());
			switch (wish.kind()) {
				case 0 -> topUp(wish.amount());
				case 1 -> cancel();
				case 2 -> receive();
				default -> buy(wish);
			}
		}
	}

	private void topUp(BigDecimal amount) {
		String key = Person.newKey();
		Patience.definite(() -> this.person.topUp(amount.toPlainString(), key)).expect(201);
		this.money = this.money.add(amount);
	}

	private void buy(Wish wish) {
		int before = this.mayComeLate;
		boolean emptied = this.mayBeEmptiedLate;
		this.mayBeEmptiedLate = false;
		int late = 0;
		int pieces = 0;
		for (int i = 0; i < wish.shops().size(); i++) {
			Wares wares = this.market.get(wish.shops().get(i)).wares();
			int quantity = wish.quantities().get(i);
			late += quantity * Patience.repetitions(() -> wares.intoCartOf(this.person, quantity), 201);
			pieces += quantity;
		}
		this.mayComeLate = late;
		if (wish.code()) {
			Patience.definite(() -> this.person.put("/api/cart/promo-code", "{\"code\": \"" + this.code + "\"}"))
				.expect(200);
		}
		Answer cart = this.person.read("/api/cart");
		if (!emptied) {
			assertThat(cart.whole("/count")).as("pieces in the cart")
				.isBetween((long) pieces, (long) pieces + late + before);
			assertThat(!wish.code() || cart.text("/promoCode").equals(this.code)).as("the code is in the cart")
				.isTrue();
		}
		Answer order = Patience.order(this.person, Person.newKey(), cart.at("/total").toString());
		assertThat(order.status()).isIn(201, 402, 409);
		if (order.status() == 201) {
			this.money = this.money.subtract(order.at("/total").decimalValue());
			this.bought.put(order.text("/id"), order);
		}
		else {
			assertThat(order.slug()).isIn(emptied ? List.of("insufficient-funds", "price-changed", "cart-empty")
					: List.of("insufficient-funds", "price-changed"));
			this.refusals.add(order.slug());
			assertThat(this.person.read("/api/cart").whole("/count")).as("pieces in the cart after a refusal")
				.isBetween(emptied ? 0 : cart.whole("/count"), cart.whole("/count") + before + late);
			this.mayBeEmptiedLate = Patience.repetitions(() -> this.person.delete("/api/cart"), 200) > 0;
		}
	}

	private void cancel() {
		if (!this.bought.isEmpty()) {
			String id = this.bought.keySet().iterator().next();
			Answer answer = Patience.definite(() -> this.person.post("/api/orders/" + id + "/cancel", "")).expect(200);
			this.money = this.money.add(answer.at("/total").decimalValue());
			this.bought.remove(id);
			this.cancelled.put(id, answer);
		}
	}

	private void receive() {
		if (!this.bought.isEmpty()) {
			String id = this.bought.keySet().iterator().next();
			Answer answer = this.bought.remove(id);
			for (Keeper keeper : this.market) {
				if (pieces(answer, keeper.wares()) > 0) {
					String shop = keeper.wares().shopId();
					keeper.deliver(id);
					Patience
						.definite(() -> this.person.post("/api/orders/" + id + "/shipments/" + shop + "/confirm", ""))
						.expect(200);
				}
			}
			this.received.put(id, answer);
		}
	}

	private static long pieces(Answer order, Wares wares) {
		return lines(order, wares).stream().mapToLong((line) -> line.at("/quantity").asLong()).sum();
	}

	private static List<JsonNode> lines(Answer order, Wares wares) {
		return StreamSupport.stream(order.at("/items").spliterator(), false)
			.filter((line) -> line.at("/shopId").asString().equals(wares.shopId()))
			.toList();
	}

	/** Pieces of these wares that were bought and not given back. */
	long has(Wares wares) {
		return this.bought.values().stream().mapToLong((order) -> pieces(order, wares)).sum()
				+ this.received.values().stream().mapToLong((order) -> pieces(order, wares)).sum();
	}

	/** What the shop was paid for what has been received. */
	BigDecimal paidTo(Wares wares) {
		return this.received.values()
			.stream()
			.flatMap((order) -> lines(order, wares).stream())
			.map((line) -> line.at("/lineTotal").decimalValue())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** Insists that the store knows exactly what it has acknowledged. */
	void check() {
		this.person.refresh();
		Patience.until(() -> new BigDecimal(this.person.balance()).compareTo(this.money) == 0);
		this.bought.forEach((id, answer) -> check(id, answer, "CONFIRMED", "PAID"));
		this.cancelled.forEach((id, answer) -> check(id, answer, "CANCELLED", "REFUNDED"));
		this.received.forEach((id, answer) -> check(id, answer, "DELIVERED", "PAID"));
		assertThat(countOrders("")).isEqualTo(orders());
		// a price that moved before the lines were fixed leaves nothing
		assertThat(countOrders("&status=REJECTED"))
			.isBetween((int) this.refusals.stream().filter("insufficient-funds"::equals).count(), this.refusals.size());
		assertThat(this.person.read("/api/cart").whole("/count")).as("pieces in the cart")
			.isBetween(0L, (long) this.mayComeLate);
	}

	private void check(String id, Answer acknowledged, String status, String paymentStatus) {
		Answer order = this.person.read("/api/orders/" + id);
		assertThat(order.text("/status")).isEqualTo(status);
		assertThat(order.text("/paymentStatus")).isEqualTo(paymentStatus);
		assertThat(order.at("/total")).isEqualTo(acknowledged.at("/total"));
		assertThat(order.at("/items")).isEqualTo(acknowledged.at("/items"));
	}

	private int countOrders(String filter) {
		int count = 0;
		String cursor = "";
		do {
			Answer page = this.person.read("/api/orders?size=100" + filter + cursor);
			count += page.at("/items").size();
			cursor = page.at("/nextCursor").isNull() ? "" : "&cursor=" + page.text("/nextCursor");
		}
		while (!cursor.isEmpty());
		return count;
	}

	int orders() {
		return this.bought.size() + this.cancelled.size() + this.received.size();
	}

	int cancellations() {
		return this.cancelled.size();
	}

	int receipts() {
		return this.received.size();
	}

	int refusals() {
		return this.refusals.size();
	}

}
