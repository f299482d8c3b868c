package kz.duken.shop;

import java.util.UUID;

import kz.duken.commons.page.Cursor;
import kz.duken.commons.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a feed is asked for.
 *
 * @param position rows changed by this transaction or later ones, as text since it has 64
 * bits without a sign
 * @param afterChanged with {@code afterId}: where the page before ended
 * @param size 1 … 1000
 */
public record FeedRequest(String position, String afterChanged, UUID afterId, int size) {

	private static final int MAX_SIZE = 1000;

	/**
	 * Reads the parameters of a request.
	 * @throws ValidationFailed for what no feed has handed out
	 */
	public static FeedRequest of(String position, @Nullable String cursor, int size) {
		if (size < 1 || size > MAX_SIZE) {
			throw new ValidationFailed("/size", "must be a whole number from 1 to " + MAX_SIZE);
		}
		try {
			String from = transaction(position);
			if (cursor == null) {
				return new FeedRequest(from, "0", new UUID(0, 0), size);
			}
			Cursor after = Cursor.parse(cursor);
			return new FeedRequest(from, after.key(0, FeedRequest::transaction), after.key(1, UUID::fromString), size);
		}
		catch (NumberFormatException ex) {
			throw new ValidationFailed("/position", "must be a position of this feed, or 0");
		}
	}

	private static String transaction(String text) {
		return Long.toUnsignedString(Long.parseUnsignedLong(text));
	}

}
