package kz.duken.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Customers buy, cancel, receive and top up, and shops change their prices, for
 * {@code -Dminutes} while {@link Chaos} is among the processes, two of each service. In
 * the end the store knows exactly what it has acknowledged.
 */
@ExtendWith(Reported.class)
@EnabledIfSystemProperty(named = "minutes", matches = "\\d+")
@Order(Integer.MAX_VALUE - 1)
class SoakProof {

	private static final int SHOPPERS = 8;

	private static final int OPENING_STOCK = 1_000_000;

	private final String code = "S" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT);

	@BeforeAll
	static void up() {
		Store.upTwice();
	}

	@Test
	void nothingAcknowledgedIsLost() throws InterruptedException {
		Patience
			.definite(
					() -> Person.admin().post("/api/promo-codes", "{\"code\": \"" + this.code + "\", \"percent\": 7}"))
			.expect(201);
		List<Keeper> market = IntStream.range(0, 4)
			.mapToObj((i) -> new Keeper(Wares.offered("99.99", OPENING_STOCK), i))
			.toList();
		List<Shopper> shoppers = IntStream.range(0, SHOPPERS)
			.mapToObj((i) -> new Shopper(market, this.code, i))
			.toList();
		var chaos = new Chaos();
		Thread monkey = Thread.startVirtualThread(chaos);
		Instant end = Instant.now().plus(Duration.ofMinutes(Integer.getInteger("minutes")));
		List<Runnable> people = new ArrayList<>();
		shoppers.forEach((shopper) -> people.add(() -> shopper.shop(end)));
		market.forEach((keeper) -> people.add(() -> keeper.keep(end)));
		try {
			Crowd.atOnce(people.size(), (i) -> {
				people.get(i).run();
				return i;
			});
		}
		finally {
			chaos.end();
			monkey.join();
		}
		check(shoppers, market, chaos);
	}

	private void check(List<Shopper> shoppers, List<Keeper> market, Chaos chaos) {
		assertThat(chaos.done().values().stream().mapToInt(Integer::intValue).sum()).as("chaos: %s", chaos.done())
			.isGreaterThanOrEqualTo(Chaos.least(Duration.ofMinutes(Integer.getInteger("minutes"))));
		Patience.until(Processes::isWell);
		Instant healed = Instant.now();
		assertThat(Store.run("audit", "--wait", "60")).as("the audit").isZero();
		Duration quiet = Duration.between(healed, Instant.now());
		Report.ended(quiet);
		shoppers.forEach(Shopper::check);
		for (Keeper keeper : market) {
			long sold = shoppers.stream().mapToLong((shopper) -> shopper.has(keeper.wares())).sum();
			keeper.check(OPENING_STOCK - sold,
					shoppers.stream().map((shopper) -> shopper.paidTo(keeper.wares())).toList());
		}
		Report
			.line("Soak of %d minutes: %s; %d orders, of these %d cancelled and %d received, %d refusals; quiet %.1f s"
				.formatted(Integer.getInteger("minutes"), chaos.done(), sum(shoppers, Shopper::orders),
						sum(shoppers, Shopper::cancellations), sum(shoppers, Shopper::receipts),
						sum(shoppers, Shopper::refusals), quiet.toMillis() / 1000.0)
					+ " after all was well");
	}

	private static int sum(List<Shopper> shoppers, java.util.function.ToIntFunction<Shopper> what) {
		return shoppers.stream().mapToInt(what).sum();
	}

}
