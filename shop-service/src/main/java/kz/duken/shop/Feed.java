package kz.duken.shop;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.page.Cursor;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lets others follow a table that carries {@code id} and {@code changed}, the transaction
 * that changed the row last.
 * <p>
 * The position is the oldest transaction still running, taken before the page is read:
 * what is older has ended and is in this pull, what is not will be read (again) by the
 * next one. Nothing is missed, however late a transaction commits; a row that changes
 * while pages are turned moves towards the end.
 */
@Repository
public class Feed {

	private final JdbcClient jdbc;

	Feed(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of rows.
	 * @param select the query of one table, up to its {@code from}, with {@code id} and
	 * {@code changed}
	 */
	public <T> FeedPage<T> page(String select, RowMapper<T> item, FeedRequest request) {
		Start start = start();
		List<Row<T>> rows = this.jdbc.sql(select + """
				 where changed >= cast(:position as xid8)
				  and (changed, id) > (cast(:afterChanged as xid8), :afterId)
				order by changed, id limit :limit""")
			.param("position", request.position())
			.param("afterChanged", request.afterChanged())
			.param("afterId", request.afterId())
			.param("limit", request.size() + 1)
			.query((row, index) -> new Row<>(row.getString("changed"), row.getObject("id", UUID.class),
					item.mapRow(row, index)))
			.list();
		List<Row<T>> page = rows.subList(0, Math.min(rows.size(), request.size()));
		String next = (rows.size() > page.size()) ? Cursor.of(page.getLast().changed(), page.getLast().id()).toString()
				: null;
		return new FeedPage<>(start.cluster(), start.position(), page.stream().map(Row::item).toList(), next);
	}

	private Start start() {
		return this.jdbc.sql("""
				select cast(system_identifier as text) as cluster,
				  cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as position
				from pg_control_system()""")
			.query((row, index) -> new Start(row.getString("cluster"), row.getString("position")))
			.single();
	}

	private record Start(String cluster, String position) {
	}

	private record Row<T>(String changed, UUID id, T item) {
	}

}
