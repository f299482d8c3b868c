package kz.duken.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/** Many at once. */
final class Crowd {

	private Crowd() {
	}

	/** Does something so many times at the same instant; the results in order. */
	static <T> List<T> atOnce(int count, IntFunction<T> deed) {
		return run(count, count, deed);
	}

	/** Does something so many times, a few at a time; the results in order. */
	static <T> List<T> inTurns(int count, int atATime, IntFunction<T> deed) {
		return run(count, atATime, deed);
	}

	private static <T> List<T> run(int count, int atATime, IntFunction<T> deed) {
		Semaphore places = new Semaphore(atATime);
		CountDownLatch start = new CountDownLatch(Math.min(count, atATime));
		try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> futures = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				int number = i;
				futures.add(crew.submit((Callable<T>) () -> {
					places.acquire();
					try {
						start.countDown();
						start.await();
						return deed.apply(number);
					}
					finally {
						places.release();
					}
				}));
			}
			List<T> results = new ArrayList<>();
			for (Future<T> future : futures) {
				results.add(future.get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
