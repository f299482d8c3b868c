package kz.duken.category;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.page.Cursor;
import kz.duken.commons.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What has changed since a position, for those who follow the categories; deleted ones
 * included. The feed is the table itself: re-reading it is harmless, nothing is missed.
 */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class CategoryFeed {

	private static final int MAX_SIZE = 1000;

	private final JdbcClient jdbc;

	CategoryFeed(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@GetMapping("/internal/categories/feed")
	FeedPage feed(@RequestParam(defaultValue = "0") long position,
			@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "500") int size) {
		if (position < 0) {
			throw new ValidationFailed("/position", "must be a position of this feed");
		}
		if (size < 1 || size > MAX_SIZE) {
			throw new ValidationFailed("/size", "must be a whole number from 1 to " + MAX_SIZE);
		}
		// taken before the rows are read: whatever is not visible yet comes with the next
		// pull
		Origin origin = origin();
		List<Row> rows = rows(position, (cursor != null) ? Cursor.parse(cursor) : null, size + 1);
		List<Row> page = rows.subList(0, Math.min(size, rows.size()));
		String next = (rows.size() > size) ? Cursor.of(page.getLast().changed(), page.getLast().item().id()).toString()
				: null;
		return new FeedPage(origin.cluster(), origin.position(), page.stream().map(Row::item).toList(), next);
	}

	private Origin origin() {
		return this.jdbc.sql("""
				select system_identifier::text as cluster, pg_snapshot_xmin(pg_current_snapshot())::text as position
				from pg_control_system()""").query(Origin.class).single();
	}

	private List<Row> rows(long position, @Nullable Cursor cursor, int limit) {
		String after = (cursor != null) ? "(changed, id) > (cast(:changed as xid8), :id)"
				: "changed >= cast(:changed as xid8)";
		JdbcClient.StatementSpec statement = this.jdbc.sql("""
				select id, parent_id, name, slug, tags, deleted, version, changed::text as changed from category
				where %s order by changed, id limit :limit""".formatted(after))
			.param("changed", Long.toString((cursor != null) ? cursor.key(0, CategoryFeed::xid) : position))
			.param("limit", limit);
		return ((cursor != null) ? statement.param("id", cursor.key(1, UUID::fromString)) : statement)
			.query(CategoryFeed::row)
			.list();
	}

	private static long xid(String text) {
		long xid = Long.parseLong(text);
		if (xid < 0) {
			throw new IllegalArgumentException(text);
		}
		return xid;
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		FeedItem item = new FeedItem(row.getObject("id", UUID.class), row.getObject("parent_id", UUID.class),
				row.getString("name"), row.getString("slug"), List.of((String[]) row.getArray("tags").getArray()),
				row.getBoolean("deleted"), row.getLong("version"));
		return new Row(row.getString("changed"), item);
	}

	/**
	 * A part of what has changed.
	 *
	 * @param cluster the database that the position belongs to
	 * @param position where the next pull begins, when this is the first page
	 * @param nextCursor the next page; {@code null} on the last
	 */
	record FeedPage(String cluster, String position, List<FeedItem> items, @Nullable String nextCursor) {
	}

	record FeedItem(UUID id, @Nullable UUID parentId, String name, String slug, List<String> tags, boolean deleted,
			long version) {
	}

	private record Row(String changed, FeedItem item) {
	}

	private record Origin(String cluster, String position) {
	}

}
