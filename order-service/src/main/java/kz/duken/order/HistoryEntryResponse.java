package kz.duken.order;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What happened to an order, as clients see it. */
record HistoryEntryResponse(Instant at, HistoryEntry.Type type, String detail, @Nullable UUID shopId) {

	static HistoryEntryResponse of(HistoryEntry entry) {
		return new HistoryEntryResponse(entry.at(), entry.type(), entry.detail(), entry.shopId());
	}

}
