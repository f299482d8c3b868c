package kz.duken.order;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * What happened to orders: written in the transaction in which it happens, by whoever has
 * the order's row locked, and never changed.
 */
@Component
class OrderHistory {

	private final HistoryEntryRepository entries;

	OrderHistory(HistoryEntryRepository entries) {
		this.entries = entries;
	}

	void add(UUID orderId, HistoryEntry.Type type, String detail) {
		add(orderId, type, null, detail);
	}

	void add(UUID orderId, HistoryEntry.Type type, @Nullable UUID shopId, String detail) {
		this.entries.save(new HistoryEntry(orderId, type, detail, shopId));
	}

	/** Oldest first. */
	List<HistoryEntry> list(UUID orderId, PageRequest page) {
		long after = (page.cursor() != null) ? page.cursor().key(0, Long::valueOf) : 0;
		return this.entries.findByOrderIdAndIdGreaterThanOrderById(orderId, after, Limit.of(page.limit()));
	}

	/** The place of an entry in {@link #list}. */
	static Cursor cursor(HistoryEntry entry) {
		return Cursor.of(entry.id());
	}

}
