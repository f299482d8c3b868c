package kz.duken.system;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People who ask for one thing after another, and never for anything twice: what is not
 * answered with exactly the status that it should be, has failed. Who has had a failure
 * goes home, since he cannot know what is left of his request, and another one comes.
 */
final class SteadyLoad implements AutoCloseable {

	private static final Duration REST = Duration.ofMillis(40);

	/** Before one looks again what became of an order that is under way. */
	private static final Duration PAUSE = Duration.ofMillis(300);

	/** It is at its end by then. */
	private static final Duration LONGEST_ORDER = Duration.ofSeconds(60);

	private static final Set<Integer> OK = Set.of(200);

	private static final Set<Integer> MADE = Set.of(201);

	private static final Set<Integer> MADE_OR_UNDER_WAY = Set.of(201, 202);

	private final Wares wares = Wares.offered("10", 1_000_000);

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger orders = new AtomicInteger();

	private final List<Failure> failures = new CopyOnWriteArrayList<>();

	private final List<Thread> people = new ArrayList<>();

	private volatile boolean over;

	private SteadyLoad() {
	}

	/**
	 * What went wrong.
	 *
	 * @param begun when it was asked
	 */
	private record Failure(Instant begun, String what) {
	}

	/** Ends the errands of whoever has had a failure, which is written down. */
	private static final class GoesHome extends RuntimeException {

	}

	/** Customers who look round and buy. */
	static SteadyLoad ofBuyers(int count) {
		var load = new SteadyLoad();
		for (int i = 0; i < count; i++) {
			load.start(() -> Person.registered().withMoney("10000000"), (buyer) -> {
				load.browse(buyer);
				load.buy(buyer);
			});
		}
		return load;
	}

	/**
	 * Somebody with an account, and somebody without, who look round.
	 * @param shops whether they look into a shop too
	 */
	static SteadyLoad ofVisitors(boolean shops) {
		var load = new SteadyLoad();
		load.start(Person::registered, shops ? load::browse : load::browseCatalogue);
		load.start(() -> Person.STRANGER, shops ? load::browse : load::browseCatalogue);
		return load;
	}

	private void start(Supplier<Person> arrivals, Consumer<Person> errands) {
		Person first = arrivals.get();
		this.people.add(Thread.startVirtualThread(() -> {
			Person person = first;
			while (!this.over) {
				person = send(person, errands) ? person : next(arrivals, person);
			}
		}));
	}

	/** Whether he comes back. */
	private boolean send(Person person, Consumer<Person> errands) {
		try {
			if (person.hasOldToken()) {
				person.renewed(ask(Person.STRANGER, OK, "POST", "/api/auth/refresh", person.refreshRequest()));
			}
			errands.accept(person);
			return true;
		}
		catch (GoesHome ex) {
			return false;
		}
	}

	private Person next(Supplier<Person> arrivals, Person before) {
		Instant begun = Instant.now();
		try {
			return arrivals.get();
		}
		catch (UncheckedIOException | AssertionError ex) {
			this.failures.add(new Failure(begun, "Nobody else could come: " + ex.getMessage()));
			return before;
		}
	}

	private void browse(Person visitor) {
		browseCatalogue(visitor);
		ask(visitor, OK, "GET", "/api/shops/" + this.wares.shopId() + "/offers/" + this.wares.productId(), "");
	}

	private void browseCatalogue(Person visitor) {
		ask(visitor, OK, "GET", "/api/products?size=5", "");
		ask(visitor, OK, "GET", "/api/products/" + this.wares.productId(), "");
		ask(visitor, OK, "GET", "/api/products/" + this.wares.productId() + "/offers", "");
		ask(visitor, OK, "GET", "/api/categories", "");
	}

	private void buy(Person buyer) {
		ask(buyer, MADE, "POST", "/api/cart/items", "{\"productId\": \"%s\", \"shopId\": \"%s\", \"quantity\": 1}"
			.formatted(this.wares.productId(), this.wares.shopId()));
		ask(buyer, OK, "GET", "/api/cart", "");
		Answer order = ask(buyer, MADE_OR_UNDER_WAY, "POST", "/api/orders", Person.orderOf("10"), "Idempotency-Key",
				Person.newKey());
		seeConfirmed(buyer, order);
		ask(buyer, OK, "GET", "/api/orders?size=1", "");
		ask(buyer, OK, "GET", "/api/customers/me/wallet", "");
		ask(buyer, OK, "DELETE", "/api/cart", "");
	}

	/** One that is under way is looked at until it is at its end. */
	private void seeConfirmed(Person buyer, Answer order) {
		Instant deadline = Instant.now().plus(LONGEST_ORDER);
		Answer seen = order;
		while (seen.text("/status").equals("PENDING") && Instant.now().isBefore(deadline)) {
			LockSupport.parkNanos(PAUSE.toNanos());
			seen = ask(buyer, OK, "GET", order.header("Location"), "");
		}
		if (!seen.text("/status").equals("CONFIRMED")) {
			throw failed(Instant.now(), order.header("Location") + " is " + seen.text("/status"));
		}
		this.orders.incrementAndGet();
	}

	private Answer ask(Person person, Set<Integer> right, String method, String path, String body, String... headers) {
		Instant begun = Instant.now();
		this.requests.incrementAndGet();
		try {
			Answer answer = person.send(method, path, body, headers);
			if (!right.contains(answer.status())) {
				throw failed(begun, answer.call() + " " + answer.status() + " " + answer.slug());
			}
			return answer;
		}
		catch (UncheckedIOException | AssertionError ex) {
			throw failed(begun, method + " " + path + " " + ex.getMessage());
		}
		finally {
			LockSupport.parkNanos(REST.toNanos());
		}
	}

	private GoesHome failed(Instant begun, String what) {
		this.failures.add(new Failure(begun, what));
		return new GoesHome();
	}

	/** Lets it go on for so long. */
	void goOn(Duration time) {
		LockSupport.parkNanos(time.toNanos());
	}

	/** How much was asked, and bought. */
	String done() {
		return "%d requests, by them %d orders confirmed".formatted(this.requests.get(), this.orders.get());
	}

	/** Insists that something was bought. */
	void checkBought() {
		assertThat(this.orders).as("orders confirmed").hasPositiveValue();
	}

	/** Insists that nothing has failed. */
	void checkNothingFailed() {
		assertThat(this.failures).as("failures of %s", done()).isEmpty();
	}

	/** Insists that nothing has failed of what was asked since then. */
	void checkNothingFailedSince(Instant instant) {
		assertThat(this.failures.stream().filter((failure) -> failure.begun().isAfter(instant)))
			.as("failures of %s, since %s", done(), instant)
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
