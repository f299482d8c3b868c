package kz.duken.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders' rows. A row carries the lease of whoever is at work on it, by the
 * database's clock.
 */
@Transactional
interface OrderRepository extends Repository<Order, UUID>, JpaSpecificationExecutor<Order> {

	Optional<Order> findById(UUID id);

	/** With its row locked: whoever changes an order does it alone. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select o from PurchaseOrder o where o.id = :id")
	Optional<Order> lock(UUID id);

	/** The order or the living draft that was made under this key. */
	@NativeQuery("""
			select * from purchase_order
			where customer_id = :customerId and idempotency_key = :key
			and not (step = 'BEGIN' and lease_until <= clock_timestamp())""")
	Optional<Order> holder(UUID customerId, String key);

	@NativeQuery("""
			select exists (select from purchase_order
			where customer_id = :customerId and status = 'PENDING' and idempotency_key <> :key)""")
	boolean isAnotherPending(UUID customerId, String key);

	boolean existsById(UUID id);

	/** How many orders should have been refused by now, had anybody been able to. */
	@NativeQuery("select count(*) from purchase_order where status = 'PENDING' and deadline < clock_timestamp()")
	long countOverdue();

	/**
	 * Makes a draft, with the lease.
	 * @param address as JSON
	 * @return 0 when there is an order with this key, or a pending one
	 */
	@Modifying
	@NativeQuery("""
			insert into purchase_order (id, customer_id, idempotency_key, request_hash, delivery_address, comment,
				placed_at, deadline, lease_until)
			values (:id, :customerId, :key, :hash, cast(:address as jsonb), :comment,
				now(), now() + :deadline * interval '1 ms', clock_timestamp() + :lease * interval '1 ms')
			on conflict do nothing""")
	int open(UUID id, UUID customerId, String key, String hash, String address, @Nullable String comment, long deadline,
			long lease);

	/** Removes the draft that a crash has left behind. */
	@Modifying
	@NativeQuery("""
			delete from purchase_order
			where customer_id = :customerId and status = 'PENDING' and step = 'BEGIN'
			and lease_until <= clock_timestamp()""")
	void removeAbandoned(UUID customerId);

	/**
	 * Removes all drafts that crashes have left behind, but those that somebody has
	 * locked.
	 */
	@Modifying
	@NativeQuery("""
			delete from purchase_order where id in (
				select id from purchase_order
				where step = 'BEGIN' and lease_until <= clock_timestamp() for update skip locked)""")
	void removeAbandoned();

	@Modifying
	@NativeQuery("delete from purchase_order where id = :id and step = 'BEGIN'")
	void removeDraft(UUID id);

	/**
	 * Takes the lease of an order that is not at the end.
	 * @return 0 when somebody is at work on it, or nothing is left to do
	 */
	@Modifying
	@NativeQuery("""
			update purchase_order set lease_until = clock_timestamp() + :lease * interval '1 ms'
			where id = :id and step <> 'END' and lease_until <= clock_timestamp()""")
	int takeLease(UUID id, long lease);

	/**
	 * Takes the leases of orders that have run out, a batch of them, the longest waiting
	 * first. A draft is none: taken, it would hold its customer's next checkout up.
	 */
	@NativeQuery("""
			with abandoned as materialized (
				select id from purchase_order
				where step not in ('BEGIN', 'END') and lease_until <= clock_timestamp()
				order by lease_until limit :batch for update skip locked)
			update purchase_order o set lease_until = clock_timestamp() + :lease * interval '1 ms'
			from abandoned where o.id = abandoned.id returning o.id""")
	List<UUID> takeLeases(int batch, long lease);

	@NativeQuery("select clock_timestamp()")
	Instant now();

	/** Orders of which a shop sends a part, newest first. */
	@Query("""
			select o from PurchaseOrder o join o.shipments s
			where s.key.shopId = :shopId and s.status = coalesce(:status, s.status) and o.id < :before
			  and o.status not in (PENDING, REJECTED)
			order by o.id desc limit :limit""")
	List<Order> ofShop(UUID shopId, @Nullable ShipmentStatus status, UUID before, int limit);

	/**
	 * Shipments that were delivered so long ago and not yet received, the longest waiting
	 * first, those after the given one.
	 */
	@NativeQuery("""
			select order_id as "orderId", shop_id as "shopId", delivered_at as "deliveredAt" from shipment
			where status = 'DELIVERED' and delivered_at <= clock_timestamp() - :millis * interval '1 ms'
			and (delivered_at, order_id, shop_id) > (:at, :orderId, :shopId)
			order by delivered_at, order_id, shop_id limit :limit""")
	List<Delivered> deliveredFor(long millis, Instant at, UUID orderId, UUID shopId, int limit);

	/** A shipment that has arrived. */
	interface Delivered {

		UUID getOrderId();

		UUID getShopId();

		Instant getDeliveredAt();

	}

	@Modifying
	@NativeQuery("""
			update purchase_order set lease_until = clock_timestamp() + :lease * interval '1 ms'
			where id = :id and step <> 'END'""")
	void setLease(UUID id, long lease);

}
