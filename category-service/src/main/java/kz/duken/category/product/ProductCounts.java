package kz.duken.category.product;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import feign.FeignException;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.problem.Unavailable;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How many products each category has itself. Seconds old; during an outage of the
 * product-service as old as the outage.
 */
@Component
public class ProductCounts {

	private final ProductCountClient client;

	private final Neighbour neighbour;

	private final CountProperties properties;

	private final Clock clock;

	private final ReentrantLock asking = new ReentrantLock();

	private volatile @Nullable Map<UUID, Integer> known;

	private volatile Instant askedAt = Instant.EPOCH;

	ProductCounts(ProductCountClient client, Neighbours neighbours, CountProperties properties, Clock clock) {
		this.client = client;
		this.neighbour = neighbours.named("product-service");
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The numbers last known; a category without products may be absent. One reader at a
	 * time waits for newer ones, the others only when there are none at all.
	 * @return {@code null} when none were ever known
	 */
	public @Nullable Map<UUID, Integer> lastKnown() {
		if (isStale() && isMyTurn()) {
			try {
				if (isStale()) {
					ask();
				}
			}
			finally {
				this.asking.unlock();
			}
		}
		return this.known;
	}

	private boolean isStale() {
		return this.clock.instant().isAfter(this.askedAt.plus(this.properties.fresh()));
	}

	private boolean isMyTurn() {
		if (this.known != null) {
			return this.asking.tryLock();
		}
		this.asking.lock();
		return true;
	}

	private void ask() {
		try {
			Map<UUID, Integer> counts = this.neighbour.ask(this.client::counts).counts();
			this.known = (counts != null) ? counts : this.known;
		}
		catch (Unavailable | FeignException ex) {
			// the last known ones have to do until somebody asks again
		}
		finally {
			this.askedAt = this.clock.instant();
		}
	}

}
