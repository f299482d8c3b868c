package kz.duken.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds whole orders, each as it was at one moment. Customers see their own,
 * administrators all; nobody sees a draft, of which nothing may be left.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class Orders {

	private static final Sort NEWEST_FIRST = Sort.by("placedAt", "id").descending();

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	private final OrderRepository repository;

	Orders(OrderRepository repository) {
		this.repository = repository;
	}

	/** An order, drafts included. */
	Optional<Order> find(UUID id) {
		return this.repository.findById(id).map(Orders::whole);
	}

	/** An order that the caller may see. */
	Optional<Order> find(UUID id, Caller caller) {
		return find(id).filter((order) -> !order.isDraft() && caller.mayActFor(order.customerId()));
	}

	/**
	 * Orders that the caller may see, newest first.
	 * @param status only these; {@code null} for all but the rejected
	 * @param customerId only his
	 */
	List<Order> list(Caller caller, @Nullable OrderStatus status, @Nullable UUID customerId, PageRequest page) {
		Specification<Order> wanted = Specification.allOf(
				(order, query, is) -> is.notEqual(order.get("step"), CheckoutStep.BEGIN),
				(order, query, is) -> (status != null) ? is.equal(order.get("status"), status)
						: is.notEqual(order.get("status"), OrderStatus.REJECTED),
				caller.admin() ? Specification.unrestricted() : of(caller.id()),
				(customerId != null) ? of(customerId) : Specification.unrestricted(),
				(page.cursor() != null) ? after(page.cursor()) : Specification.unrestricted());
		List<Order> orders = this.repository.findBy(wanted,
				(found) -> found.sortBy(NEWEST_FIRST).limit(page.limit()).all());
		orders.forEach(Order::load);
		return orders;
	}

	/**
	 * Orders of which a shop sends a part, newest first.
	 * @param status only where its part stands there
	 * @param before older ones than this
	 */
	List<Order> ofShop(UUID shopId, @Nullable ShipmentStatus status, UUID before, int limit) {
		List<Order> orders = this.repository.ofShop(shopId, status, before, limit);
		orders.forEach(Order::load);
		return orders;
	}

	private static Specification<Order> of(UUID customerId) {
		return (order, query, is) -> is.equal(order.get("customerId"), customerId);
	}

	private static Specification<Order> after(Cursor cursor) {
		Instant placedAt = cursor.key(0, Orders::placedAt);
		UUID id = cursor.key(1, UUID::fromString);
		// the first of the two conditions is the one that the index can begin at
		return (order, query, is) -> is.and(is.lessThanOrEqualTo(order.get("placedAt"), placedAt),
				is.or(is.lessThan(order.get("placedAt"), placedAt), is.lessThan(order.get("id"), id)));
	}

	private static Order whole(Order order) {
		order.load();
		return order;
	}

	/** The place of an order in {@link #list}. */
	static Cursor cursor(Order order) {
		return Cursor.of(order.placedAt(), order.id());
	}

	private static Instant placedAt(String text) {
		Instant instant = Instant.parse(text);
		if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
			throw new IllegalArgumentException("no order was placed then");
		}
		return instant;
	}

}
