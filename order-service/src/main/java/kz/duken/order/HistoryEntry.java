package kz.duken.order;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order.
 *
 * @param id its place in the history
 * @param detail one line for people
 * @param shopId whose shipment it happened to, {@code null} when to the whole order
 */
record HistoryEntry(@JsonIgnore long id, Instant at, Type type, String detail, @Nullable UUID shopId) {

	enum Type {

		PLACED, PAID, CONFIRMED, REJECTED, SHIPPED, DELIVERED, RECEIVED, CANCELLED, REFUNDED

	}

}
