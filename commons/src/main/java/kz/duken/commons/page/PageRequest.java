package kz.duken.commons.page;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: {@code ?size=} and {@code ?cursor=}. A controller
 * takes one as an argument.
 *
 * @param size 1 … 100
 * @param cursor where the page before ended, {@code null} for the first
 */
public record PageRequest(int size, @Nullable Cursor cursor) {

	public static final int DEFAULT_SIZE = 20;

	public static final int MAX_SIZE = 100;

	/**
	 * How many rows to fetch: one more than asked for tells whether there is a next page.
	 */
	public int limit() {
		return this.size + 1;
	}

}
