package kz.duken.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does things truly at once. */
public final class AllAtOnce {

	private AllAtOnce() {
	}

	/**
	 * Runs the call so many times, all starting together, and waits for all of them.
	 * @return their results, in no order
	 * @throws AssertionError when one of them threw
	 */
	public static <T> List<T> run(int times, Callable<T> call) {
		List<Callable<T>> calls = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			calls.add(call);
		}
		return run(calls);
	}

	/**
	 * Begins a call that goes on beside the test, on a thread of its own: those of the
	 * common pool are the HTTP client's, and may be few.
	 */
	public static <T> CompletableFuture<T> begin(Supplier<T> call) {
		return CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
	}

	/** Runs these calls, as {@link #run(int, Callable)} does. */
	public static <T> List<T> run(List<Callable<T>> calls) {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> running = calls.stream().map((call) -> threads.submit(() -> {
				start.await();
				return call.call();
			})).toList();
			start.countDown();
			List<T> results = new ArrayList<>();
			for (Future<T> one : running) {
				results.add(one.get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			throw new AssertionError("One of the calls failed", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
