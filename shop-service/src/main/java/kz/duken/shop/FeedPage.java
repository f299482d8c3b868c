package kz.duken.shop;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a feed.
 *
 * @param cluster the database cluster that positions belong to
 * @param position where the next pull goes on from, if this page is the first of its pull
 * @param nextCursor asks for the next page; {@code null} on the last
 */
public record FeedPage<T>(String cluster, String position, List<T> items, @Nullable String nextCursor) {
}
