package kz.duken.commons.page;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list as clients see it.
 *
 * @param items at most as many as were asked for
 * @param nextCursor asks for the next page; {@code null} on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

	/**
	 * Cuts a page out of what was fetched by {@link PageRequest#limit()}.
	 * @param fetched the rows in the order of the list
	 * @param cursor the place of a row in that order
	 * @param answer the row as clients see it
	 */
	public static <R, T> Page<T> of(List<R> fetched, PageRequest request, Function<R, Cursor> cursor,
			Function<R, T> answer) {
		List<R> rows = fetched.subList(0, Math.min(fetched.size(), request.size()));
		boolean more = fetched.size() > request.size();
		return new Page<>(rows.stream().map(answer).toList(), more ? cursor.apply(rows.getLast()).toString() : null);
	}

}
