package kz.duken.product.feed;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table of another service that this one follows.
 *
 * @param <T> its row
 */
public interface Feed<T> {

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
	 * Removes all rows of other clusters: everything that is in the provider's database
	 * has been applied. Called in a transaction.
	 */
	void forgetAllBut(String cluster);

	/**
	 * Draws the conclusions. Called last in each of these transactions.
	 */
	default void settle() {
	}

}
