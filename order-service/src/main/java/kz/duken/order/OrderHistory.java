package kz.duken.order;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What happened to orders: written in the transaction in which it happens, by whoever has
 * the order's row locked, and never changed.
 */
@Repository
class OrderHistory {

	private final JdbcClient sql;

	OrderHistory(JdbcClient sql) {
		this.sql = sql;
	}

	void add(UUID orderId, HistoryEntry.Type type, String detail) {
		add(orderId, type, null, detail);
	}

	void add(UUID orderId, HistoryEntry.Type type, @Nullable UUID shopId, String detail) {
		this.sql.sql("""
				insert into order_history (order_id, type, shop_id, detail)
				values (:order, :type, cast(:shop as uuid), :detail)
				""")
			.param("order", orderId)
			.param("type", type.name())
			.param("shop", shopId)
			.param("detail", detail)
			.update();
	}

	/** Oldest first. */
	List<HistoryEntry> list(UUID orderId, PageRequest page) {
		long after = (page.cursor() != null) ? page.cursor().key(0, Long::valueOf) : 0;
		return this.sql.sql("""
				select * from order_history where order_id = :order and id > :after order by id limit :limit
				""")
			.param("order", orderId)
			.param("after", after)
			.param("limit", page.limit())
			.query((row, number) -> new HistoryEntry(row.getLong("id"), OrderRows.instant(row, "at"),
					HistoryEntry.Type.valueOf(row.getString("type")), row.getString("detail"),
					row.getObject("shop_id", UUID.class)))
			.list();
	}

	/** The place of an entry in {@link #list}. */
	static Cursor cursor(HistoryEntry entry) {
		return Cursor.of(entry.id());
	}

}
