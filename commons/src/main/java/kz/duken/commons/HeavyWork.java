package kz.duken.commons;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import kz.duken.commons.problem.Unavailable;

/**
 * Work that computes for long without waiting for anything, on a few platform threads of
 * its own. On virtual threads it would keep their carriers, of which there is one per
 * core, and with them everybody else.
 */
public final class HeavyWork {

	private static final long IDLE_SECONDS = 30;

	private final String what;

	private final ExecutorService threads;

	/**
	 * Makes room for it.
	 * @param what the work, for people
	 * @param atOnce how many can do it at the same time; others wait for their turn
	 */
	public HeavyWork(String what, int atOnce) {
		this.what = what;
		var pool = new ThreadPoolExecutor(atOnce, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				Thread.ofPlatform().daemon().name(what + " ", 1).factory());
		pool.allowCoreThreadTimeOut(true);
		this.threads = pool;
	}

	/**
	 * Does a piece of work while the caller waits; what it throws comes to him.
	 * @throws Unavailable when the caller is not to wait any longer
	 */
	public <T> T done(Supplier<T> work) {
		Future<T> result = this.threads.submit(work::get);
		try {
			return result.get();
		}
		catch (ExecutionException ex) {
			throw cause(ex);
		}
		catch (InterruptedException ex) {
			result.cancel(true);
			Thread.currentThread().interrupt();
			throw new Unavailable(this.what, ex);
		}
	}

	private static RuntimeException cause(ExecutionException ex) {
		return switch (ex.getCause()) {
			case Error error -> throw error;
			case RuntimeException failure -> failure;
			case null, default -> new IllegalStateException(ex);
		};
	}

}
