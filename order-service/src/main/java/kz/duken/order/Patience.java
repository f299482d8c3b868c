package kz.duken.order;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import kz.duken.commons.problem.DatabaseOutage;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** How long somebody is still willing to wait. */
final class Patience {

	private static final Duration BREATH = Duration.ofMillis(100);

	private final long end;

	private Patience(Duration time) {
		this.end = System.nanoTime() + time.toNanos();
	}

	static Patience of(Duration time) {
		return new Patience(time);
	}

	static Patience none() {
		return new Patience(Duration.ZERO);
	}

	/** What is left of it, never negative. */
	Duration left() {
		return Duration.ofNanos(Math.max(this.end - System.nanoTime(), 0));
	}

	boolean isOver() {
		return left().isZero() || Thread.currentThread().isInterrupted();
	}

	/**
	 * Waits, but not beyond its end.
	 * @return whether there is patience left for another attempt
	 */
	boolean rest(Duration pause) {
		Duration left = left();
		LockSupport.parkNanos(((pause.compareTo(left) < 0) ? pause : left).toNanos());
		return !isOver();
	}

	/**
	 * Makes an attempt again while the database is out or too busy: in a rush on one
	 * order, whoever has joined it can wait for a connection.
	 * @param attempt safe to repeat, even when it was made and only its answer was lost
	 */
	<T> T insist(Supplier<T> attempt) {
		while (true) {
			try {
				return attempt.get();
			}
			catch (DataAccessException | TransactionException ex) {
				if (!DatabaseOutage.isOne(ex) || !rest(BREATH)) {
					throw ex;
				}
			}
		}
	}

	/** As {@link #insist(Supplier)}, where there is nothing to be told. */
	void insist(Runnable attempt) {
		insist(() -> {
			attempt.run();
			return true;
		});
	}

}
