package kz.duken.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Customers buy, cancel and top up for {@code -Dminutes} while {@link Chaos} is among the
 * processes. In the end the store knows exactly what it has acknowledged.
 */
@EnabledIfSystemProperty(named = "minutes", matches = "\\d+")
class SoakProof {

	private static final int SHOPPERS = 8;

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void nothingAcknowledgedIsLost() throws InterruptedException {
		List<Wares> market = IntStream.range(0, 4).mapToObj((_) -> Wares.offered("99.99", 1_000_000)).toList();
		List<Shopper> shoppers = IntStream.range(0, SHOPPERS).mapToObj((i) -> new Shopper(market, i)).toList();
		var chaos = new Chaos();
		Thread monkey = Thread.startVirtualThread(chaos);
		Instant end = Instant.now().plus(Duration.ofMinutes(Integer.getInteger("minutes")));
		Crowd.atOnce(SHOPPERS, (i) -> shoppers.get(i).shop(end));
		chaos.end();
		monkey.join();

		Patience.until(Store::isWell);
		Instant healed = Instant.now();
		assertThat(Store.run("audit", "--wait", "60")).as("the audit").isZero();
		Duration quiet = Duration.between(healed, Instant.now());
		shoppers.forEach(Shopper::check);
		Report.line("Soak of %d minutes: %s; %d orders, %d of them cancelled, %d refusals, quiet %.1f s after the end"
			.formatted(Integer.getInteger("minutes"), chaos.done(), shoppers.stream().mapToInt(Shopper::orders).sum(),
					shoppers.stream().mapToInt(Shopper::cancellations).sum(),
					shoppers.stream().mapToInt(Shopper::refusals).sum(), quiet.toMillis() / 1000.0));
	}

}
