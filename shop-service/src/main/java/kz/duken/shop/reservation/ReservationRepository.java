package kz.duken.shop.reservation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The facts about orders' reservations. Each {@code insert … on conflict} waits for a
 * twin that is still running, so what is read after it is the twin's fact.
 */
interface ReservationRepository extends Repository<Reservation, UUID> {

	/**
	 * Begins the reservation of an order that has none: {@code RESERVED}, to be made true
	 * or refused in this transaction, or {@code EXPIRED} by the database's clock.
	 * @return 0 when the order has its answer
	 */
	@Modifying
	@NativeQuery("""
			insert into reservation (order_id, outcome)
			values (:orderId, case when clock_timestamp() > :deadline then 'EXPIRED' else 'RESERVED' end)
			on conflict do nothing""")
	int begin(UUID orderId, Instant deadline);

	/** Leaves a mark that refuses the order's request, if that has not come yet. */
	@Modifying
	@NativeQuery("""
			insert into reservation (order_id, outcome, released_at) values (:orderId, 'RELEASED', clock_timestamp())
			on conflict do nothing""")
	void markReleased(UUID orderId);

	@EntityGraph(attributePaths = "refused")
	Optional<Reservation> findById(UUID orderId);

	/** With its row locked: whoever changes a reservation does it alone. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from Reservation r where r.orderId = :orderId")
	Optional<Reservation> lock(UUID orderId);

	/** The time by the clock on which all instances agree. */
	@NativeQuery("select clock_timestamp()")
	Instant now();

	/** What the order got when it asked. */
	@NativeQuery("""
			select o.product_id, o.shop_id, l.quantity, l.price
			from reservation_line l join offer o on o.id = l.offer_id where l.order_id = :orderId""")
	List<Held> held(UUID orderId);

	/** What the order bought of a shop, in the order of the offers' ids. */
	@Query("""
			select h from Reservation r join r.held h join Offer o on o.id = h.offerId
			where r.orderId = :orderId and r.committedAt is not null and o.key.shopId = :shopId order by h.offerId""")
	List<HeldLine> sold(UUID orderId, UUID shopId);

	/**
	 * Notes that a shop gets back what the order bought of it.
	 * @return 0 when it is noted already
	 */
	@Modifying
	@NativeQuery("insert into restock (order_id, shop_id) values (:orderId, :shopId) on conflict do nothing")
	int restock(UUID orderId, UUID shopId);

	/** A line that an order got. */
	interface Held {

		UUID getProductId();

		UUID getShopId();

		int getQuantity();

		BigDecimal getPrice();

	}

}
