package kz.duken.product.feed;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A page of another service's feed.
 *
 * @param cluster names the provider's database
 * @param position up to where everything has been told when the pull that began with this
 * page is at its end
 * @param items rows as they are now
 * @param nextCursor {@code null} on the last page
 */
public record FeedPage<T>(String cluster, String position, List<T> items, @Nullable String nextCursor) {

	public FeedPage {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(position);
		Objects.requireNonNull(items);
	}

}
