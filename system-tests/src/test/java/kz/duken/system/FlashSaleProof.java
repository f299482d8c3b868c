package kz.duken.system;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten times as many buyers as pieces, and each sends his order twice: as many are sold as
 * there are, each buyer has one answer, and his wallet, cart and orders are what that
 * answer says. A thousand buyers, twenty times, with {@code -Pproof}; a smaller sale by
 * itself.
 */
@ExtendWith(Reported.class)
class FlashSaleProof {

	private static final boolean WHOLE = Boolean.getBoolean("proof");

	private static final int BUYERS = Integer.getInteger("buyers", WHOLE ? 1000 : 60);

	private static final int SALES = Integer.getInteger("sales", WHOLE ? 20 : 1);

	private static final int BUYERS_PER_PIECE = 10;

	private static final int AT_ONCE_WHEN_PREPARING = 4;

	private static final int PRICE = 100;

	/** More than he can get, so that he could be made to pay twice. */
	private static final int MONEY_FOR = 2 * SALES;

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void asManyAreSoldAsThereAre() {
		List<Buyer> buyers = Crowd.inTurns(BUYERS, AT_ONCE_WHEN_PREPARING,
				(_) -> new Buyer(Person.registered().withMoney(String.valueOf(PRICE * MONEY_FOR))));
		for (int sale = 1; sale <= SALES; sale++) {
			sell(sale, buyers);
		}
		Crowd.inTurns(BUYERS, AT_ONCE_WHEN_PREPARING, (i) -> buyers.get(i).checkOrders());
	}

	private static void sell(int sale, List<Buyer> buyers) {
		int pieces = BUYERS / BUYERS_PER_PIECE;
		Wares wares = Wares.offered(String.valueOf(PRICE), pieces);
		Crowd.inTurns(BUYERS, AT_ONCE_WHEN_PREPARING, (i) -> buyers.get(i).prepare(wares));
		Instant begin = Instant.now();
		List<Answer> answers = Crowd.atOnce(2 * BUYERS,
				(i) -> Patience.order(buyers.get(i / 2).person, "sale-" + sale, PRICE + ".00"));
		Duration took = Duration.between(begin, Instant.now());

		for (int i = 0; i < answers.size(); i += 2) {
			assertThat(answers.get(i).status()).isEqualTo(answers.get(i + 1).status());
			assertThat(answers.get(i).text("/id")).isEqualTo(answers.get(i + 1).text("/id"));
			buyers.get(i / 2).remember(answers.get(i));
		}
		Map<String, Long> outcomes = answers.stream()
			.collect(Collectors.groupingBy((answer) -> answer.status() + " " + answer.slug(), Collectors.counting()));
		assertThat(outcomes.get("201 ")).isEqualTo(2L * pieces);
		assertThat(outcomes.keySet()).isSubsetOf("201 ", "409 out-of-stock");
		assertThat(wares.stock()).isZero();
		Crowd.inTurns(BUYERS, AT_ONCE_WHEN_PREPARING, (i) -> buyers.get(i).check(answers.get(2 * i)));
		assertThat(Store.run("audit")).as("the audit").isZero();
		Report.line("Flash sale %d: %d buyers who each sent twice, %d of %d pieces sold, in %.1f s".formatted(sale,
				BUYERS, outcomes.get("201 ") / 2, pieces, took.toMillis() / 1000.0));
	}

	/** Somebody who comes to each sale, and knows what he was told. */
	private static final class Buyer {

		private final Person person;

		/** The orders that were acknowledged, by id. */
		private final Set<String> bought = new HashSet<>();

		private int refusals;

		Buyer(Person person) {
			this.person = person;
		}

		/** Has one piece in his cart, and nothing else. */
		Answer prepare(Wares wares) {
			this.person.refresh();
			Patience.definite(() -> this.person.delete("/api/cart")).expect(200);
			return Patience.definite(() -> wares.intoCartOf(this.person, 1)).expect(201);
		}

		void remember(Answer answer) {
			if (answer.status() == 201) {
				this.bought.add(answer.text("/id"));
			}
			else {
				this.refusals++;
			}
		}

		/** Insists on the wallet and cart that the last answer leads to. */
		Answer check(Answer last) {
			if (this.person.hasOldToken()) {
				this.person.refresh();
			}
			boolean sold = last.status() == 201;
			assertThat(this.person.balance()).as("wallet of one with %d orders", this.bought.size())
				.isEqualTo(PRICE * (MONEY_FOR - this.bought.size()) + ".00");
			Answer cart = this.person.read("/api/cart");
			assertThat(cart.whole("/count")).as("pieces in the cart after %d", last.status()).isEqualTo(sold ? 0 : 1);
			return cart;
		}

		/** Insists on exactly the orders and refusals of all sales. */
		Answer checkOrders() {
			Answer orders = this.person.read("/api/orders?size=100");
			assertThat(orders.at("/items").valueStream().map((order) -> order.at("/id").asString()))
				.containsExactlyInAnyOrderElementsOf(this.bought);
			assertThat(orders.at("/items").valueStream().map((order) -> order.at("/status").asString()))
				.allMatch("CONFIRMED"::equals);
			Answer refused = this.person.read("/api/orders?size=100&status=REJECTED");
			assertThat(refused.at("/items").valueStream().map((order) -> order.at("/rejection/slug").asString()))
				.hasSize(this.refusals)
				.allMatch("out-of-stock"::equals);
			return refused;
		}

	}

}
