package kz.duken.product.feed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A table of another service that this one follows.
 *
 * @param <T> its row
 */
public interface Feed<T> {

	/** Before all ids. */
	UUID BEGINNING = new UUID(0, 0);

	/** Its name in {@code feed_position}. */
	String name();

	/**
	 * Asks the provider, outside of any transaction.
	 * @param cursor of the page before, {@code null} for the first
	 */
	FeedPage<T> page(String position, @Nullable String cursor);

	/**
	 * Takes over the rows that are newer than what is known: of a higher version, or of
	 * another cluster. Called in a transaction, for the same rows as often as may be.
	 */
	void apply(List<T> rows, String cluster);

	/**
	 * Removes rows of other clusters, as everything that is in the provider's database
	 * has been applied: as many as fit into a small transaction, in which it is called.
	 * @param after the last id that was looked at, {@link #BEGINNING} at first
	 * @return the last id looked at now; empty when all have been
	 */
	Optional<UUID> forgetAllBut(String cluster, UUID after);

	/**
	 * Draws the conclusions. Called last in each of these transactions.
	 */
	default void settle() {
	}

}
