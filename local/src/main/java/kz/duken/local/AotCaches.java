package kz.duken.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The caches of all applications; a store that starts without has them unpacked only.
 * Used by one thread at a time.
 */
final class AotCaches {

	private final boolean wanted;

	private final List<AotCache> caches;

	private final List<Process> trainings = new ArrayList<>();

	AotCaches(Home home, boolean wanted) {
		this.wanted = wanted;
		this.caches = Arrays.stream(Application.values()).map((one) -> new AotCache(Jar.of(one), home)).toList();
	}

	/** Which are still to be made. */
	List<AotCache> untrained() {
		return this.caches.stream().filter((cache) -> this.wanted && !cache.isPrepared()).toList();
	}

	/** Which were tried often enough: their applications start slowly. */
	List<AotCache> givenUp() {
		return this.caches.stream().filter((cache) -> this.wanted && cache.isGivenUp()).toList();
	}

	/** Which are to start without a cache, and still to be unpacked. */
	List<AotCache> packed() {
		return this.caches.stream().filter((cache) -> !this.wanted && !cache.isUnpacked()).toList();
	}

	/** Starts the training run of one. */
	Process train(AotCache cache, Map<String, String> environment) {
		Process training = cache.train(environment);
		this.trainings.add(training);
		return training;
	}

	/** Ends all training runs, and what they have started. */
	void stopTraining() {
		for (Process training : this.trainings) {
			training.descendants().forEach(ProcessHandle::destroyForcibly);
			training.destroyForcibly();
		}
	}

	/**
	 * The arguments of {@code java} that run an application, with its cache if it has
	 * one.
	 */
	List<String> arguments(Application application) {
		return this.caches.stream()
			.filter((cache) -> cache.application() == application)
			.findFirst()
			.orElseThrow()
			.arguments(this.wanted);
	}

}
