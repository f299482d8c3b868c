package kz.duken.local;

import java.lang.ref.Reference;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import kz.duken.local.demo.DemoData;

/**
 * Brings a store up, watches over it, and takes it down when this JVM is asked to end
 * (SIGTERM, Ctrl-C).
 */
final class Supervisor {

	private static final Duration ROUND = Duration.ofMillis(250);

	// what starts keeps a processor busy, but for the moments when it waits; with more at
	// once all are slower
	private static final int AT_ONCE = Runtime.getRuntime().availableProcessors() + 1;

	private static final Duration LONGEST_START = Duration.ofMinutes(5);

	private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

	// one that dies at once may have lost its port to somebody; a second time it is
	// broken
	private static final int LAST_ATTEMPT = 2;

	private final Home home;

	private final Plan plan;

	private final Steps steps;

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(2))
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final CountDownLatch stopping = new CountDownLatch(1);

	Supervisor(Home home, Plan plan, Steps steps) {
		this.home = home;
		this.plan = plan;
		this.steps = steps;
	}

	/**
	 * Runs the store until the JVM is asked to end.
	 * @throws Refusal when it does not come up; then nothing of it is left running
	 */
	void run() throws InterruptedException {
		this.home.claim();
		// held until this process ends
		FileLock lock = this.home.lock();
		this.home.checkSpace();
		int leftovers = new Leftovers(this.home).stop();
		if (leftovers > 0) {
			this.steps.say("  Stopped %d processes that a killed launcher had left".formatted(leftovers));
		}
		Ports.checkFree(this.plan.port());
		Store store = new Store(this.home, this.plan);
		Thread end = new Thread(() -> stop(store), "stop");
		Runtime.getRuntime().addShutdownHook(end);
		try {
			bringUp(store);
			this.stopping.await();
		}
		catch (RuntimeException ex) {
			if (this.stopping.getCount() > 0) {
				throw ex;
			}
			// half started when it was told to stop; the hook is at it
			end.join();
		}
		finally {
			Reference.reachabilityFence(lock);
		}
	}

	private void bringUp(Store store) throws InterruptedException {
		this.steps.run("PostgreSQL", store::startDatabase);
		this.steps.run("keys and roles", store::prepare);
		new Training(this.home, store, this.steps, this.http).run();
		store.layOut(this.plan);
		this.steps.run("applications", () -> start(store, store.instances((application) -> true)));
		Thread.ofPlatform().daemon().name("patrol").start(() -> patrol(store));
		this.steps.run("first answers", () -> serve(store));
		if (this.plan.demo()) {
			this.steps.run("demo data", () -> loadDemoData(store));
		}
		store.checkRunning();
		Summary.print(this.steps, store, this.plan.demo());
		store.isReady();
	}

	/**
	 * Starts instances, and waits until each is ready to serve, as long as one after
	 * another is.
	 */
	private String start(Store store, List<Instance> all) {
		Instant deadline = Instant.now().plus(LONGEST_START);
		Deque<Instance> next = new ArrayDeque<>(all);
		List<Instance> waiting = new ArrayList<>();
		try {
			while (true) {
				while (!next.isEmpty() && waiting.size() < AT_ONCE) {
					waiting.add(next.remove());
					store.start(List.of(waiting.getLast()));
				}
				for (Instance instance : List.copyOf(waiting)) {
					if (store.isReady(instance, this.http)) {
						waiting.remove(instance);
						deadline = Instant.now().plus(LONGEST_START);
					}
					else if (!store.isAlive(instance)) {
						replace(store, instance);
					}
				}
				if (waiting.isEmpty() && next.isEmpty()) {
					return "";
				}
				if (Instant.now().isAfter(deadline)) {
					Instance first = waiting.getFirst();
					throw new Refusal("%s is not ready, nor has any other been for %d minutes: see %s"
						.formatted(first.name(), LONGEST_START.toMinutes(), first.log()));
				}
				if (this.stopping.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
					throw new Refusal("The store is being stopped");
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal("Interrupted", ex);
		}
	}

	private void serve(Store store) {
		Instant deadline = Instant.now().plus(LONGEST_SILENCE);
		Serving serving = new Serving(this.http,
				() -> this.stopping.getCount() == 0 || Instant.now().isAfter(deadline));
		try {
			serving.await(store.url(),
					store.instances(Application::isService).stream().map((instance) -> instance.url("")).toList());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal("Interrupted", ex);
		}
	}

	private static void replace(Store store, Instance instance) {
		String end = instance.end();
		instance.died();
		if (instance.shortLives() >= LAST_ATTEMPT) {
			throw new Refusal("%s does not start, it %s: see %s".formatted(instance.name(), end, instance.log()));
		}
		store.start(List.of(instance));
	}

	private String loadDemoData(Store store) {
		try {
			return new DemoData(URI.create(store.url())).load();
		}
		catch (DemoData.Incomplete ex) {
			store.checkRunning();
			// the store itself is well
			return "incomplete, './duken load-demo' goes on: " + ex.getMessage();
		}
	}

	private void patrol(Store store) {
		try {
			while (!this.stopping.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
				try {
					store.revive((line) -> this.steps.say(Instant.now() + " " + line));
				}
				catch (RuntimeException ex) {
					this.steps.say(Instant.now() + " " + ex.getMessage());
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void stop(Store store) {
		this.stopping.countDown();
		this.steps.say("Stopping");
		store.stop();
		this.home.forgetTopology();
		this.steps.say("Stopped");
	}

}
