package kz.duken.product.feed;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import kz.duken.commons.problem.Unavailable;
import org.jspecify.annotations.Nullable;

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
		FeedPosition next = new FeedPosition(known.cluster(), first.position());
		FeedPage<T> page = first;
		boolean goesOn = true;
		while (goesOn && page != null) {
			FutureTask<FeedPage<T>> following = fetchAfter(page, feed, known);
			goesOn = apply(feed, known, page, next);
			page = (goesOn && following != null) ? fetched(following) : null;
		}
		if (goesOn && known.isStart()) {
			forgetOthers(feed, known);
			move(feed, known, next);
		}
		return true;
	}

	/** While a page is applied the one after it is on its way. */
	private static <T> @Nullable FutureTask<FeedPage<T>> fetchAfter(FeedPage<T> page, Feed<T> feed,
			FeedPosition known) {
		if (page.nextCursor() == null) {
			return null;
		}
		FutureTask<FeedPage<T>> following = new FutureTask<>(() -> feed.page(known.position(), page.nextCursor()));
		Thread.startVirtualThread(following);
		return following;
	}

	private static <T> FeedPage<T> fetched(FutureTask<FeedPage<T>> following) {
		try {
			return following.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unavailable("The feed", ex);
		}
	}

	/**
	 * After a pull from the beginning, which is done again if this is cut short: the
	 * position moves last.
	 */
	private void forgetOthers(Feed<?> feed, FeedPosition known) {
		Optional<UUID> after = known.isStart() ? Optional.of(Feed.BEGINNING) : Optional.empty();
		while (after.isPresent()) {
			UUID from = after.get();
			after = this.transaction.execute((status) -> this.positions.lock(feed.name()).equals(known)
					? forget(feed, known, from) : Optional.empty());
		}
	}

	private static Optional<UUID> forget(Feed<?> feed, FeedPosition known, UUID after) {
		Optional<UUID> last = feed.forgetAllBut(known.cluster(), after);
		feed.settle();
		return last;
	}

	private void move(Feed<?> feed, FeedPosition known, FeedPosition next) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.positions.lock(feed.name()).equals(known)) {
				this.positions.save(feed.name(), next);
			}
		});
	}

	/** Whether the pull may go on. */
	private <T> boolean apply(Feed<T> feed, FeedPosition known, FeedPage<T> page, FeedPosition next) {
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
			if (page.nextCursor() == null && !known.isStart() && now.equals(known)) {
				this.positions.save(feed.name(), next);
			}
			feed.settle();
			return true;
		}));
	}

}
