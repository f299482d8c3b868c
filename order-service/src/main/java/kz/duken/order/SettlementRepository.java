package kz.duken.order;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface SettlementRepository extends Repository<Settlement, Settlement.Key> {

	/** Notes something to be done, for whoever comes. */
	@Modifying
	@NativeQuery("""
			insert into settlement (order_id, shop_id, kind, lease_until)
			values (:orderId, :shopId, :kind, clock_timestamp())""")
	void add(UUID orderId, UUID shopId, String kind);

	/** Notes that the promo code goes back, unless that is noted. */
	@Modifying
	@NativeQuery("""
			insert into settlement (order_id, shop_id, kind, lease_until)
			values (:orderId, :shopId, 'UNREDEEM', clock_timestamp()) on conflict do nothing""")
	void giveCodeBack(UUID orderId, UUID shopId);

	@Query("select count(*) > 0 from Settlement s where s.key.orderId = :orderId and s.doneAt is null")
	boolean isAnyLeft(UUID orderId);

	/** The shops whose shares of an order are back in the wallet. */
	@Query("""
			select s.key.shopId from Settlement s
			where s.key.orderId = :orderId and s.key.kind = REFUND and s.doneAt is not null""")
	List<UUID> refunded(UUID orderId);

	/**
	 * Takes the leases of settlements that nobody is at work on, a batch of them, the
	 * longest waiting first.
	 * @param orderId only this order's; {@code null} for any
	 */
	@NativeQuery("""
			with abandoned as materialized (
				select order_id, shop_id, kind from settlement
				where done_at is null and lease_until <= clock_timestamp()
				and (cast(:orderId as uuid) is null or order_id = :orderId)
				order by lease_until limit :batch for update skip locked)
			update settlement s set lease_until = clock_timestamp() + :lease * interval '1 ms'
			from abandoned a where s.order_id = a.order_id and s.shop_id = a.shop_id and s.kind = a.kind
			returning s.*""")
	List<Settlement> takeLeases(@Nullable UUID orderId, int batch, long lease);

	@Modifying
	@NativeQuery("""
			update settlement set lease_until = clock_timestamp() + :lease * interval '1 ms'
			where order_id = :orderId and shop_id = :shopId and kind = :kind and done_at is null""")
	void setLease(UUID orderId, UUID shopId, String kind, long lease);

	/**
	 * Notes that it is done.
	 * @return 0 when it was done before
	 */
	@Modifying
	@NativeQuery("""
			update settlement set done_at = clock_timestamp()
			where order_id = :orderId and shop_id = :shopId and kind = :kind and done_at is null""")
	int done(UUID orderId, UUID shopId, String kind);

}
