package kz.duken.system;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** A shop's owner under load, who changes the price and sends what was ordered. */
final class Keeper {

	private static final int SECONDS_OF_A_TOKEN = 120;

	/** Nobody is paused for as long. */
	private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

	private final Wares wares;

	private final Random random;

	private Instant tokenSince = Instant.now();

	private BigDecimal price = BigDecimal.ZERO;

	/**
	 * Prices that may come after later ones, since they had to be asked for again, and
	 * when that was.
	 */
	private final Map<BigDecimal, Instant> mayComeLate = new HashMap<>();

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
			BigDecimal wanted = BigDecimal.valueOf(9_000 + this.random.nextInt(2_000), 2);
			long rest = 1_000L + this.random.nextInt(4_000);
			refresh();
			if (Patience.repetitions(() -> this.wares.change("{\"price\": " + wanted + "}"), 200) > 0) {
				this.mayComeLate.put(wanted, Instant.now());
			}
			this.mayComeLate.values().removeIf((asked) -> asked.isBefore(Instant.now().minus(LONGEST_DELAY)));
			this.price = wanted;
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

	/**
	 * Insists that the shop asks its last price, has these goods left, and this money.
	 */
	void check(long stock, List<BigDecimal> paid) {
		this.wares.owner().refresh();
		BigDecimal asked = this.wares.price();
		assertThat(asked.compareTo(this.price) == 0 || this.mayComeLate.containsKey(asked.setScale(2)))
			.as("%s asks %s, not %s, and none of %s", this.wares.shopId(), asked, this.price, this.mayComeLate)
			.isTrue();
		assertThat(this.wares.stock()).as("stock of %s", this.wares.shopId()).isEqualTo(stock);
		assertThat(new BigDecimal(this.wares.balance())).as("wallet of %s", this.wares.shopId())
			.isEqualByComparingTo(paid.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
	}

}
