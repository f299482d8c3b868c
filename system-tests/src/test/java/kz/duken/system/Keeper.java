package kz.duken.system;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** A shop's owner under load, who changes the price and sends what was ordered. */
final class Keeper {

	private static final int SECONDS_OF_A_TOKEN = 120;

	private final Wares wares;

	private final Random random;

	private Instant tokenSince = Instant.now();

	Keeper(Wares wares, int number) {
		this.wares = wares;
		this.random = Report.random("keeper " + number);
	}

	Wares wares() {
		return this.wares;
	}

	/** Changes the price now and then. */
	void keep(Instant end) {
		while (Instant.now().isBefore(end)) {
			BigDecimal price = BigDecimal.valueOf(9_000 + this.random.nextInt(2_000), 2);
			long rest = 1_000L + this.random.nextInt(4_000);
			refresh();
			Patience.definite(() -> this.wares.change("{\"price\": " + price + "}")).expect(200);
			LockSupport.parkNanos(rest * 1_000_000);
		}
	}

	/** Sends an order's part, whoever asks for it. */
	synchronized void deliver(String order) {
		refresh();
		this.wares.deliver(order);
	}

	private synchronized void refresh() {
		if (Instant.now().isAfter(this.tokenSince.plusSeconds(SECONDS_OF_A_TOKEN))) {
			this.tokenSince = Instant.now();
			this.wares.owner().refresh();
		}
	}

	/** Insists that the shop has these goods left, and this money. */
	void check(long stock, List<BigDecimal> paid) {
		this.wares.owner().refresh();
		assertThat(this.wares.stock()).as("stock of %s", this.wares.shopId()).isEqualTo(stock);
		assertThat(new BigDecimal(this.wares.balance())).as("wallet of %s", this.wares.shopId())
			.isEqualByComparingTo(paid.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
	}

}
