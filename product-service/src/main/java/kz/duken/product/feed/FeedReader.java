package kz.duken.product.feed;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pulls feeds. Pages are fetched outside of transactions; each is applied in one that
 * holds the row of the feed's position. Two instances that pull at once, or one that was
 * long asleep in between, do no harm: rows are applied by version, and the position moves
 * only if nobody else has moved it since this pull began.
 */
@Component
public class FeedReader {

	private final FeedPositions positions;

	private final TransactionTemplate transaction;

	FeedReader(FeedPositions positions, TransactionTemplate transaction) {
		this.positions = positions;
		this.transaction = transaction;
	}

	/**
	 * Takes over everything that the provider had committed before this call. Repeating
	 * is harmless.
	 * @throws kz.duken.commons.problem.Unavailable when the provider does not answer;
	 * what has been applied stays
	 */
	public <T> void pull(Feed<T> feed) {
		if (!follow(feed)) {
			follow(feed);
		}
	}

	/** Whether the provider's database was the one that is known. */
	private <T> boolean follow(Feed<T> feed) {
		FeedPosition known = this.positions.find(feed.name());
		FeedPage<T> first = feed.page(known.position(), null);
		if (!first.cluster().equals(known.cluster())) {
			// what the position meant there it does not mean here
			move(feed, known, new FeedPosition(first.cluster(), FeedPosition.START));
			return false;
		}
		if (first.items().isEmpty() && first.nextCursor() == null && !known.isStart()) {
			return true;
		}
		FeedPage<T> page = first;
		while (apply(feed, known, page, first.position()) && page.nextCursor() != null) {
			page = feed.page(known.position(), page.nextCursor());
		}
		return true;
	}

	private void move(Feed<?> feed, FeedPosition known, FeedPosition next) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.positions.lock(feed.name()).equals(known)) {
				this.positions.save(feed.name(), next);
			}
		});
	}

	/** Whether the pull may go on. */
	private <T> boolean apply(Feed<T> feed, FeedPosition known, FeedPage<T> page, String next) {
		String cluster = known.cluster();
		if (!page.cluster().equals(cluster)) {
			return false;
		}
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			FeedPosition now = this.positions.lock(feed.name());
			if (!now.cluster().equals(cluster)) {
				return false;
			}
			feed.apply(page.items(), cluster);
			if (page.nextCursor() == null && now.equals(known)) {
				if (known.isStart()) {
					feed.forgetAllBut(cluster);
				}
				this.positions.save(feed.name(), new FeedPosition(cluster, next));
			}
			feed.settle();
			return true;
		}));
	}

}
