package kz.duken.system;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People who ask for one thing after another, and never for anything twice: what fails,
 * has failed.
 */
final class SteadyLoad implements AutoCloseable {

	private static final Duration REST = Duration.ofMillis(40);

	private final AtomicInteger requests = new AtomicInteger();

	private final List<Failure> failures = new CopyOnWriteArrayList<>();

	private final List<Thread> people = new ArrayList<>();

	private final Wares wares;

	private volatile boolean over;

	/**
	 * What went wrong.
	 *
	 * @param begun when it was asked
	 */
	private record Failure(Instant begun, String what) {
	}

	private SteadyLoad(Wares wares) {
		this.wares = wares;
	}

	/** Customers who look round and buy. */
	static SteadyLoad ofBuyers(int count) {
		var load = new SteadyLoad(Wares.offered("10", 1_000_000));
		for (int i = 0; i < count; i++) {
			Person buyer = Person.registered().withMoney("10000000");
			load.start(() -> {
				load.browse(buyer);
				load.buy(buyer);
			});
		}
		return load;
	}

	/** Somebody with an account, and somebody without, who look round. */
	static SteadyLoad ofVisitors() {
		var load = new SteadyLoad(Wares.offered("10", 1_000_000));
		Person customer = Person.registered();
		load.start(() -> load.browse(customer));
		load.start(() -> load.browse(Person.STRANGER));
		return load;
	}

	private void start(Runnable round) {
		this.people.add(Thread.startVirtualThread(() -> {
			while (!this.over) {
				round.run();
			}
		}));
	}

	private void browse(Person visitor) {
		ask(visitor, "GET", "/api/products?size=5", "");
		ask(visitor, "GET", "/api/products/" + this.wares.productId(), "");
		ask(visitor, "GET", "/api/products/" + this.wares.productId() + "/offers", "");
		ask(visitor, "GET", "/api/categories", "");
		ask(visitor, "GET", "/api/shops/" + this.wares.shopId() + "/offers/" + this.wares.productId(), "");
	}

	private void buy(Person buyer) {
		ask(buyer, "POST", "/api/cart/items", "{\"productId\": \"%s\", \"shopId\": \"%s\", \"quantity\": 1}"
			.formatted(this.wares.productId(), this.wares.shopId()));
		ask(buyer, "GET", "/api/cart", "");
		ask(buyer, "POST", "/api/orders", Person.orderOf("10"), "Idempotency-Key", Person.newKey());
		ask(buyer, "GET", "/api/orders?size=1", "");
		ask(buyer, "GET", "/api/customers/me/wallet", "");
		ask(buyer, "DELETE", "/api/cart", "");
	}

	private void ask(Person person, String method, String path, String body, String... headers) {
		Instant begun = Instant.now();
		try {
			Answer answer = person.send(method, path, body, headers);
			if (answer.status() >= 500) {
				this.failures.add(new Failure(begun, answer.call() + " " + answer.status() + " " + answer.slug()));
			}
		}
		catch (UncheckedIOException | AssertionError ex) {
			this.failures.add(new Failure(begun, method + " " + path + " " + ex.getMessage()));
		}
		this.requests.incrementAndGet();
		LockSupport.parkNanos(REST.toNanos());
	}

	/** Lets it go on for so long. */
	void goOn(Duration time) {
		LockSupport.parkNanos(time.toNanos());
	}

	int requests() {
		return this.requests.get();
	}

	/** Insists that nothing has failed. */
	void checkNothingFailed() {
		assertThat(this.failures).as("failures of %d requests", requests()).isEmpty();
	}

	/** Insists that nothing has failed of what was asked since then. */
	void checkNothingFailedSince(Instant instant) {
		assertThat(this.failures.stream().filter((failure) -> failure.begun().isAfter(instant)))
			.as("failures of %d requests, since %s", requests(), instant)
			.isEmpty();
	}

	/** How much has failed of what was under way at that instant. */
	long failedBefore(Instant instant) {
		return this.failures.stream().filter((failure) -> !failure.begun().isAfter(instant)).count();
	}

	@Override
	public void close() {
		end();
	}

	/** All go home; what is under way is waited for. */
	void end() {
		this.over = true;
		try {
			for (Thread person : this.people) {
				person.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
