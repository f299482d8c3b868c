package kz.duken.order;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import kz.duken.commons.problem.DatabaseOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Threads that do the work, so that whoever waits for it can stop waiting: a call that is
 * under way then still does what it does.
 */
@Component
class Drivers {

	private static final Logger log = LoggerFactory.getLogger(Drivers.class);

	private final AsyncTaskExecutor threads;

	Drivers(AsyncTaskExecutor applicationTaskExecutor) {
		this.threads = applicationTaskExecutor;
	}

	/**
	 * Starts all pieces of the work at once and waits until they are done or patience is
	 * over. What a piece throws, is thrown.
	 */
	@SuppressWarnings("FutureReturnValueIgnored") // of the one that only writes to the
													// log
	<T> void run(Collection<T> work, Consumer<T> driver, Patience patience) {
		List<CompletableFuture<Void>> pieces = work.stream()
			.map((piece) -> CompletableFuture.runAsync(() -> driver.accept(piece), this.threads))
			.toList();
		try {
			CompletableFuture.allOf(pieces.toArray(CompletableFuture<?>[]::new))
				.get(patience.left().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			pieces.forEach((piece) -> piece.whenComplete((nothing, failure) -> {
				if (failure != null) {
					tell(failure);
				}
			}));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
		}
	}

	/** Starts a piece of the work, and does not wait. */
	void start(Runnable piece) {
		this.threads.execute(piece);
	}

	/** Nobody else does; whoever has the next lease goes on with it. */
	private static void tell(Throwable failure) {
		if (failure.getCause() instanceof RuntimeException ex && DatabaseOutage.isOne(ex)) {
			log.warn("Work that nobody waits for any more is left, the database does not serve: {}", ex.getMessage());
		}
		else {
			log.error("Work that nobody waited for any more has failed", failure);
		}
	}

}
