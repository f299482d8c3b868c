package kz.duken.system;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One customer with a promo code, and what two shops of his own offer: so all that a
 * checkout moves can be counted. A bystander has another use of the code, which must stay
 * his.
 */
final class Scene {

	private static final int STOCK = 9;

	private final Story story;

	private final List<Wares> wares;

	private final int quantity;

	private final List<BigDecimal> prices;

	private final String code = "P" + UUID.randomUUID().toString().substring(0, 18).toUpperCase(java.util.Locale.ROOT);

	private final Person customer = Person.registered();

	private final String key = Person.newKey();

	private final BigDecimal total;

	/** Enough to pay twice, so that it would show; or too little. */
	private final BigDecimal money;

	private String order = "";

	/** How many shops' parts the customer has said that he has. */
	private int received;

	/** Pieces that came into the cart, and to the first shop, when all was over. */
	private int added;

	/** Sets everything up, to the point where the story begins. */
	Scene(Story story, Random random) {
		this.story = story;
		this.quantity = 1 + random.nextInt(3);
		this.prices = List.of(price(random), price(random));
		int percent = 1 + random.nextInt(90);
		this.wares = this.prices.stream().map((price) -> Wares.offered(price.toPlainString(), STOCK)).toList();
		Patience
			.definite(() -> Person.admin()
				.post("/api/promo-codes",
						"{\"code\": \"%s\", \"percent\": %d, \"usageLimit\": 2}".formatted(this.code, percent)))
			.expect(201);
		Bystander.uses(this.code);
		this.wares.forEach((one) -> Patience.definite(() -> one.intoCartOf(this.customer, this.quantity)).expect(201));
		this.total = Patience
			.definite(() -> this.customer.put("/api/cart/promo-code", "{\"code\": \"" + this.code + "\"}"))
			.expect(200)
			.at("/total")
			.decimalValue();
		this.money = (story == Story.POOR) ? this.total.subtract(new BigDecimal("0.01"))
				: this.total.multiply(BigDecimal.TWO).add(new BigDecimal("5.05"));
		if (this.money.signum() > 0) {
			this.customer.withMoney(this.money.toPlainString());
		}
		comeTo(story);
	}

	private void comeTo(Story wanted) {
		switch (wanted) {
			case SOLD_OUT -> Patience.definite(() -> this.wares.getLast().change("{\"stock\": 0}")).expect(200);
			case CODE_USED -> Bystander.uses(this.code);
			case EXPIRED -> Store.proxy(Step.REDEEM.callee())
				.arm(new Fault(Step.REDEEM, Fault.Moment.MEANWHILE, () -> Database.letOrderExpire(this.customer.id())));
			case CANCELLED, RECEIVED -> {
				this.order = Patience.order(this.customer, this.key, this.total.toPlainString())
					.expect(201)
					.text("/id");
				if (wanted == Story.RECEIVED) {
					this.wares.forEach((one) -> one.deliver(this.order));
				}
			}
			case BOUGHT, POOR, OVERTAKEN -> {
				// nothing else is special about them
			}
		}
	}

	private static BigDecimal price(Random random) {
		return BigDecimal.valueOf(100 + random.nextInt(100_000), 2);
	}

	/** Does it, until it is known what became of it. */
	Answer act() {
		return switch (this.story) {
			case CANCELLED -> Patience.definite(this::cancel);
			case RECEIVED -> {
				this.received = this.wares.size();
				yield this.wares.stream()
					.map((one) -> Patience.definite(() -> confirm(one)).expect(200))
					.toList()
					.getLast();
			}
			default -> Patience.order(this.customer, this.key, this.total.toPlainString());
		};
	}

	/** Asks one instance of order-service for it, which so drives it. */
	void actAt(String instance) {
		String path = "/api/orders/" + this.order;
		Patience.once(switch (this.story) {
			case CANCELLED -> () -> this.customer.sendTo(instance, "POST", path + "/cancel", "");
			case RECEIVED -> {
				this.received = 1;
				String shipment = path + "/shipments/" + this.wares.getFirst().shopId();
				yield () -> this.customer.sendTo(instance, "POST", shipment + "/confirm", "");
			}
			default -> () -> orderedAt(instance);
		});
	}

	/** What an instance of order-service answers to the order. */
	Answer orderedAt(String instance) {
		return this.customer.orderAt(instance, this.key, this.total.toPlainString());
	}

	/** Whether nothing of it is under way, as an instance of order-service tells. */
	boolean isOverAt(String instance) {
		if (this.story == Story.CANCELLED) {
			return readAt(instance, "/api/orders/" + this.order).text("/paymentStatus").equals("REFUNDED")
					&& areGoodsBack() && PromoCodes.used(this.code) <= 1;
		}
		if (this.story == Story.RECEIVED) {
			return areShopsPaid();
		}
		return readAt(instance, "/api/orders?status=PENDING").at("/items").isEmpty();
	}

	private Answer readAt(String instance, String path) {
		return Patience.definite(() -> this.customer.sendTo(instance, "GET", path, "")).expect(200);
	}

	/** Asks for it once, and only looks what becomes of it. */
	void actUnattended() {
		Patience.once(switch (this.story) {
			case CANCELLED -> this::cancel;
			case RECEIVED -> {
				this.received = 1;
				yield () -> confirm(this.wares.getFirst());
			}
			default -> () -> this.customer.order(this.key, this.total.toPlainString());
		});
		Patience.until(() -> this.customer.read("/api/orders").at("/items").size()
				+ this.customer.read("/api/orders?status=REJECTED").at("/items").size() == 1);
	}

	private Answer cancel() {
		return this.customer.post("/api/orders/" + this.order + "/cancel", "");
	}

	private Answer confirm(Wares one) {
		return this.customer.post("/api/orders/" + this.order + "/shipments/" + one.shopId() + "/confirm", "");
	}

	private boolean areShopsPaid() {
		return owed(0).compareTo(new BigDecimal(this.wares.getFirst().balance())) == 0
				&& owed(1).compareTo(new BigDecimal(this.wares.getLast().balance())) == 0;
	}

	private boolean areGoodsBack() {
		return this.wares.stream().allMatch((one) -> one.stock() >= STOCK);
	}

	/** Waits until nothing of it is under way. */
	void end() {
		switch (this.story) {
			// nobody promises which of these comes last
			case CANCELLED -> {
				Patience.until("the refund",
						() -> this.customer.read("/api/orders/" + this.order)
							.text("/paymentStatus")
							.equals("REFUNDED"));
				Patience.until("the goods back in both shops", this::areGoodsBack);
				Patience.until("the use of the code given back", () -> PromoCodes.used(this.code) <= 1);
			}
			case RECEIVED -> Patience.until("both shops paid", this::areShopsPaid);
			default -> Patience.until(() -> this.customer.read("/api/orders?status=PENDING").at("/items").isEmpty());
		}
	}

	/**
	 * When all is over the customer takes one piece more, and its shop gets one more:
	 * what comes late must touch neither.
	 */
	void goOn() {
		long stock = this.wares.getFirst().stock();
		Patience.definite(() -> this.wares.getFirst().change("{\"stock\": " + (stock + 1) + "}")).expect(200);
		Patience.definite(() -> this.wares.getFirst().intoCartOf(this.customer, 1)).expect(201);
		this.added = 1;
	}

	/** Insists on the answer that the story leads to. */
	void checkAnswer(Answer answer) {
		if (this.story.isRefused()) {
			answer.expectProblem(this.story.status(), this.story.refusal());
		}
		else {
			answer.expect(this.story.status());
		}
	}

	/** Insists that everything is as the story ends, to the last tiyn and piece. */
	void check() {
		boolean sold = this.story.isSold();
		assertThat(new BigDecimal(this.customer.balance())).as("wallet")
			.isEqualByComparingTo(sold ? this.money.subtract(this.total) : this.money);
		checkShops(sold);
		assertThat(PromoCodes.used(this.code)).as("uses of the code")
			.isEqualTo((sold || this.story == Story.CODE_USED) ? 2 : 1);
		int left = this.story.isRefused() ? 2 * this.quantity : 0;
		assertThat(this.customer.read("/api/cart").whole("/count")).as("pieces in the cart")
			.isEqualTo(left + this.added);
		Answer orders = this.customer.read("/api/orders");
		assertThat(orders.at("/items")).hasSize(this.story.isRefused() ? 0 : 1);
		assertThat(orders.text("/items/0/status")).isEqualTo(this.story.orderStatus());
		Answer rejected = this.customer.read("/api/orders?status=REJECTED");
		assertThat(rejected.at("/items")).hasSize(this.story.isRefused() ? 1 : 0);
		assertThat(rejected.text("/items/0/rejection/slug")).isEqualTo(this.story.refusal());
	}

	private void checkShops(boolean sold) {
		for (int i = 0; i < this.wares.size(); i++) {
			int before = (this.story == Story.SOLD_OUT && i == 1) ? 0 : STOCK;
			assertThat(this.wares.get(i).stock()).as("stock of shop %d", i)
				.isEqualTo(before - (sold ? this.quantity : 0) + ((i == 0) ? this.added : 0));
			assertThat(new BigDecimal(this.wares.get(i).balance())).as("wallet of shop %d", i)
				.isEqualByComparingTo(owed(i));
		}
	}

	/** What a shop is paid in the end: the discount is the store's, not its. */
	private BigDecimal owed(int shop) {
		return (shop < this.received) ? this.prices.get(shop).multiply(BigDecimal.valueOf(this.quantity))
				: BigDecimal.ZERO;
	}

}
