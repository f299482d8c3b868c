package kz.duken.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import kz.duken.commons.money.Money;

/**
 * An order of the list of products. Each is a key that is never null, then the id, both
 * in one direction, so that a page begins where the one before ended.
 */
enum ProductSort {

	/** Best match first; the key is made by {@link Relevance}. */
	RELEVANCE("relevance", "", "bigint", Direction.DOWN),

	NEWEST("newest", "p.created_at", "timestamptz", Direction.DOWN),

	/** Products without a price come last, both ways. */
	PRICE("price", "coalesce(p.price, numeric 'Infinity')", "numeric", Direction.UP),

	PRICE_DESCENDING("-price", "coalesce(p.price, -1)", "numeric", Direction.DOWN),

	NAME("name", "p.name_key", "text", Direction.UP);

	private static final String NO_PRICE = "Infinity";

	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

	private final String parameter;

	private final String key;

	private final String type;

	private final Direction direction;

	ProductSort(String parameter, String key, String type, Direction direction) {
		this.parameter = parameter;
		this.key = key;
		this.type = type;
		this.direction = direction;
	}

	static Optional<ProductSort> named(String parameter) {
		return Arrays.stream(values()).filter((sort) -> sort.parameter.equals(parameter)).findFirst();
	}

	/** As in {@code ?sort=}. */
	String parameter() {
		return this.parameter;
	}

	/** The key in SQL. */
	String key() {
		return this.key;
	}

	boolean isByPrice() {
		return this == PRICE || this == PRICE_DESCENDING;
	}

	/** Rows after the one with the parameters {@code :afterKey} and {@code :afterId}. */
	String after(String key) {
		return "(%s, p.id) %s (cast(:afterKey as %s), cast(:afterId as uuid))".formatted(key, this.direction.after,
				this.type);
	}

	String orderBy() {
		return "sort_key %1$s, p.id %1$s".formatted(this.direction.sql);
	}

	/**
	 * The key in a cursor, safe for the database.
	 * @throws IllegalArgumentException or {@link java.time.DateTimeException} when it
	 * cannot be one
	 */
	String keyOf(String cursor) {
		return switch (this) {
			case RELEVANCE -> String.valueOf(Long.parseLong(cursor));
			case NEWEST -> instant(cursor);
			case PRICE -> NO_PRICE.equals(cursor) ? cursor : Money.of(cursor).toString();
			case PRICE_DESCENDING -> Money.of(cursor).toString();
			case NAME -> text(cursor);
		};
	}

	/** The key of a row, as a cursor keeps it. */
	String keyOf(ResultSet row) throws SQLException {
		return (this == NEWEST) ? ProductRows.instant(row, "sort_key").toString() : row.getString("sort_key");
	}

	private static String instant(String key) {
		Instant at = Instant.parse(key);
		if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
			throw new IllegalArgumentException("No card was made then");
		}
		return at.toString();
	}

	private static String text(String key) {
		if (!Text.Validator.isReadable(key, false)) {
			throw new IllegalArgumentException("No card has such a name");
		}
		return key;
	}

	private enum Direction {

		UP("asc", ">"), DOWN("desc", "<");

		private final String sql;

		private final String after;

		Direction(String sql, String after) {
			this.sql = sql;
			this.after = after;
		}

	}

}
