package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import kz.duken.commons.problem.DatabaseOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that was left, with places for so many pieces at once. Each that comes to its end
 * makes place for another, so that the backlog goes as fast as the neighbours answer, and
 * neither a slow neighbour of some nor the failure of one keeps the others waiting. While
 * none comes to its end, no more are taken than there are places: of a neighbour that is
 * away all of a long backlog is not asked at once.
 */
final class Backlog<T> {

	private static final Logger log = LoggerFactory.getLogger(Backlog.class);

	private final int places;

	private final IntFunction<List<T>> leases;

	private final Predicate<T> driver;

	private final Drivers drivers;

	/** For each piece whose work is over, whether it came to its end. */
	private final BlockingQueue<Boolean> results = new LinkedBlockingQueue<>();

	private int underWay;

	/**
	 * Nothing of it is under way yet.
	 * @param leases takes the leases of as many pieces at most
	 * @param driver whether it has brought a piece to its end
	 */
	Backlog(int places, IntFunction<List<T>> leases, Predicate<T> driver, Drivers drivers) {
		this.places = places;
		this.leases = leases;
		this.driver = driver;
		this.drivers = drivers;
	}

	/**
	 * Works until all that was left is at least under way, or all places are taken and
	 * for so long nothing has come to its end.
	 */
	synchronized void workOff(Duration longest) {
		int free;
		int taken;
		do {
			free = freePlaces();
			taken = (free > 0) ? take(free) : 0;
		}
		while (taken == free && oneEnds(Patience.of(longest)));
	}

	private int freePlaces() {
		while (this.results.poll() != null) {
			this.underWay--;
		}
		return this.places - this.underWay;
	}

	private int take(int most) {
		List<T> pieces = this.leases.apply(most);
		for (T piece : pieces) {
			this.drivers.start(() -> work(piece));
			this.underWay++;
		}
		return pieces.size();
	}

	/** Whether one comes to its end, before all have failed or patience is over. */
	private boolean oneEnds(Patience patience) {
		try {
			while (this.underWay > 0) {
				Boolean ended = this.results.poll(patience.left().toNanos(), TimeUnit.NANOSECONDS);
				if (ended == null) {
					return false;
				}
				this.underWay--;
				if (ended) {
					return true;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return false;
	}

	private void work(T piece) {
		boolean ended = false;
		try {
			ended = this.driver.test(piece);
		}
		// whatever it is, the others go on
		catch (RuntimeException ex) {
			if (DatabaseOutage.isOne(ex)) {
				log.warn("{} waits, the database does not serve: {}", piece, ex.getMessage());
			}
			else {
				log.error("{} cannot be gone on with", piece, ex);
			}
		}
		finally {
			this.results.add(ended);
		}
	}

}
