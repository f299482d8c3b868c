package kz.duken.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The caches of all applications, or none when the store starts without. Used by one
 * thread at a time.
 */
final class AotCaches {

	private final Home home;

	private final List<AotCache> caches;

	private final List<Process> trainings = new ArrayList<>();

	AotCaches(Home home, boolean wanted) {
		this.home = home;
		this.caches = wanted
				? Arrays.stream(Application.values()).map((one) -> new AotCache(Jar.of(one), home)).toList()
				: List.of();
	}

	/** Which are still to be made. */
	List<AotCache> untrained() {
		return this.caches.stream().filter(Predicate.not(AotCache::isPrepared)).toList();
	}

	/** Which were tried often enough: their applications start slowly. */
	List<AotCache> givenUp() {
		return this.caches.stream().filter(AotCache::isGivenUp).toList();
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
			.map(AotCache::arguments)
			.orElseGet(() -> Stream
				.concat(Jvm.flags(application, this.home).stream(),
						Stream.of("-jar", Jar.of(application).file().toString()))
				.toList());
	}

}
