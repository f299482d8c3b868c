package kz.duken.local;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings a store the AOT caches with which its applications start quickly. */
final class Training {

	private static final int AT_ONCE = 2;

	private static final int CACHES_MEGABYTES = 2500;

	private final Home home;

	private final Store store;

	private final Steps steps;

	private final HttpClient http;

	Training(Home home, Store store, Steps steps, HttpClient http) {
		this.home = home;
		this.store = store;
		this.steps = steps;
		this.http = http;
	}

	/** Makes those that are missing; an application without one starts slowly. */
	void run() {
		if (!this.store.caches().untrained().isEmpty()) {
			this.steps.say("  Once for each build, every application runs for training, to start quickly later");
			this.steps.run("AOT caches", this::trainAll);
		}
		List<AotCache> packed = this.store.caches().packed();
		if (!packed.isEmpty()) {
			this.steps.run("unpacking", () -> unpack(packed));
		}
		for (AotCache cache : this.store.caches().givenUp()) {
			this.steps.say("  No AOT cache for %s, which starts slowly: its training failed (%s)"
				.formatted(cache.application().title(), this.home.log(cache.application().title() + "-aot")));
		}
	}

	private String trainAll() {
		if (this.home.freeMegabytes() < CACHES_MEGABYTES) {
			return "none, they need %d MB of disk: applications start slowly".formatted(CACHES_MEGABYTES);
		}
		List<AotCache> caches = this.store.caches().untrained();
		List<String> failed = new ArrayList<>();
		try (ExecutorService crew = Executors.newFixedThreadPool(AT_ONCE)) {
			List<Callable<Boolean>> trainings = caches.stream()
				.<Callable<Boolean>>map((cache) -> () -> train(cache))
				.toList();
			List<Future<Boolean>> outcomes = crew.invokeAll(trainings);
			for (int i = 0; i < outcomes.size(); i++) {
				if (!outcomes.get(i).get()) {
					failed.add(caches.get(i).application().title());
				}
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Refusal refusal) ? refusal : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal("Interrupted", ex);
		}
		return failed.isEmpty() ? "%d made".formatted(caches.size()) : "no cache for %s, which start slowly: see %s"
			.formatted(String.join(", ", failed), this.home.log(failed.getFirst() + "-aot"));
	}

	private boolean train(AotCache cache) throws InterruptedException {
		int port = this.store.freePort();
		return cache.unpack() && cache.finish(this.store.train(cache, port), port, this.http);
	}

	/** What cannot be unpacked starts from its jar of jars, slowly. */
	private static void unpack(List<AotCache> packed) {
		try (ExecutorService crew = Executors.newFixedThreadPool(AT_ONCE)) {
			packed.forEach((cache) -> crew.execute(cache::unpack));
		}
	}

}
