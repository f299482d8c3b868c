package kz.duken.product;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, in which of the lists, and when the list was begun: cards that came
 * later do not move the others.
 *
 * @param forgiving whether mistyped words were understood, too
 * @param key of {@link ProductSort}
 * @param oldest since when cards are ranked; {@code null} when all are
 */
record Place(boolean forgiving, String key, String id, Instant asOf, @Nullable Oldest oldest) {

	private static final String FORGIVING = "alike";

	private static final String PRECISE = "precise";

	/** The oldest card that is ranked. */
	record Oldest(Instant createdAt, UUID id) {

		/** Older than any. */
		static final Oldest OF_ALL = new Oldest(Instant.parse("2000-01-01T00:00:00Z"), new UUID(0, 0));

	}

	static Place read(Cursor cursor, ProductSort sort) {
		boolean forgiving = switch (cursor.key(1, String::valueOf)) {
			case FORGIVING -> true;
			case PRECISE -> false;
			default -> throw Cursor.madeUp();
		};
		if (!sort.parameter().equals(cursor.key(0, String::valueOf))) {
			throw Cursor.madeUp();
		}
		Instant asOf = Instant.parse(cursor.key(4, ProductSort.NEWEST::keyOf));
		return new Place(forgiving, cursor.key(2, sort::keyOf), cursor.key(3, UUID::fromString).toString(), asOf,
				cursor.key(5, Place::oldest).orElse(null));
	}

	private static Optional<Oldest> oldest(String text) {
		String[] written = text.split(" ", -1);
		if (text.isEmpty()) {
			return Optional.empty();
		}
		if (written.length != 2) {
			throw Cursor.madeUp();
		}
		return Optional
			.of(new Oldest(Instant.parse(ProductSort.NEWEST.keyOf(written[0])), UUID.fromString(written[1])));
	}

	Map<String, String> parameters() {
		return Map.of("afterKey", this.key, "afterId", this.id);
	}

	Cursor cursor(ProductSort sort) {
		String since = (this.oldest != null) ? this.oldest.createdAt() + " " + this.oldest.id() : "";
		return Cursor.of(sort.parameter(), this.forgiving ? FORGIVING : PRECISE, this.key, this.id, this.asOf, since);
	}

}
