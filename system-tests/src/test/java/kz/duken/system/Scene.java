package kz.duken.system;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One customer with a promo code, and what two shops of his own offer: so all that a
 * checkout moves can be counted.
 */
final class Scene {

	private static final int STOCK = 9;

	/** What happens, and how it ends. */
	enum Story {

		/** The cart is bought. */
		BUY,

		/** The wallet holds too little, so nothing is. */
		REFUSED,

		/** What was bought is cancelled. */
		CANCEL

	}

	private final Story story;

	private final List<Wares> wares;

	private final int quantity;

	private final String code = "P" + UUID.randomUUID().toString().substring(0, 18).toUpperCase(java.util.Locale.ROOT);

	private final Person customer = Person.registered();

	private final String key = Person.newKey();

	private final BigDecimal total;

	private final BigDecimal money;

	private String order = "";

	/** Sets everything up, to the point where the story begins. */
	Scene(Story story, Random random) {
		this.story = story;
		this.quantity = 1 + random.nextInt(3);
		this.wares = List.of(Wares.offered(price(random), STOCK), Wares.offered(price(random), STOCK));
		Person.admin()
			.post("/api/promo-codes",
					"{\"code\": \"%s\", \"percent\": %d, \"usageLimit\": 1}".formatted(this.code,
							1 + random.nextInt(90)))
			.expect(201);
		this.wares.forEach((one) -> one.intoCartOf(this.customer, this.quantity).expect(201));
		this.total = this.customer.put("/api/cart/promo-code", "{\"code\": \"" + this.code + "\"}")
			.expect(200)
			.at("/total")
			.decimalValue();
		this.money = (story == Story.REFUSED) ? this.total.subtract(new BigDecimal("0.01"))
				: this.total.add(new BigDecimal("5.05"));
		this.customer.withMoney(this.money.toPlainString());
		if (story == Story.CANCEL) {
			this.order = this.customer.order(this.key, this.total.toPlainString()).expect(201).text("/id");
		}
	}

	private static String price(Random random) {
		return BigDecimal.valueOf(100 + random.nextInt(100_000), 2).toPlainString();
	}

	/** Does it, until it is known what became of it. */
	Answer act() {
		if (this.story == Story.CANCEL) {
			return Patience.definite(() -> this.customer.post("/api/orders/" + this.order + "/cancel", ""));
		}
		return Patience.order(this.customer, this.key, this.total.toPlainString());
	}

	/** Waits until nothing of it is under way. */
	void end() {
		if (this.story == Story.CANCEL) {
			Patience.until(() -> Patience.definite(() -> this.customer.get("/api/orders/" + this.order))
				.text("/paymentStatus")
				.equals("REFUNDED"));
		}
		Patience.until(
				() -> Patience.definite(() -> this.customer.get("/api/orders?status=PENDING")).at("/items").isEmpty());
	}

	/** Insists that everything is as the answer says, to the last tiyn and piece. */
	void check(Answer answer) {
		boolean bought = this.story == Story.BUY;
		switch (this.story) {
			case BUY -> answer.expect(201);
			case REFUSED -> answer.expectProblem(402, "insufficient-funds");
			case CANCEL -> assertThat(answer.expect(200).text("/status")).isEqualTo("CANCELLED");
		}
		assertThat(new BigDecimal(this.customer.balance()))
			.isEqualByComparingTo(bought ? this.money.subtract(this.total) : this.money);
		assertThat(this.wares)
			.allSatisfy((one) -> assertThat(one.stock()).isEqualTo(bought ? STOCK - this.quantity : STOCK));
		assertThat(used()).isEqualTo(bought ? 1 : 0);
		assertThat(this.customer.get("/api/cart").expect(200).at("/items"))
			.hasSize((this.story == Story.REFUSED) ? 2 : 0);
		assertThat(this.customer.get("/api/orders").expect(200).at("/items"))
			.hasSize((this.story == Story.REFUSED) ? 0 : 1);
		assertThat(this.customer.get("/api/orders?status=REJECTED").expect(200).at("/items"))
			.hasSize((this.story == Story.REFUSED) ? 1 : 0);
	}

	private long used() {
		Person admin = Person.admin();
		String cursor = "";
		while (true) {
			Answer page = admin.get("/api/promo-codes?size=100" + cursor).expect(200);
			for (var code : page.at("/items")) {
				if (code.at("/code").asString().equals(this.code)) {
					return code.at("/used").asLong();
				}
			}
			cursor = "&cursor=" + page.text("/nextCursor");
		}
	}

}
