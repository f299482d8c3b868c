package kz.duken.cart.promo;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The facts about orders' codes. Each {@code insert … on conflict} waits for a twin that
 * is still running, so what is read after it is the twin's fact.
 */
interface RedemptionRepository extends Repository<Redemption, UUID> {

	/**
	 * Begins the redemption of an order that has none: {@code REDEEMED}, to be made true
	 * or refused in this transaction, or {@code EXPIRED} by the database's clock.
	 * @return 0 when the order has its answer
	 */
	@Modifying
	@NativeQuery("""
			insert into redemption (order_id, customer_id, code, outcome)
			values (:orderId, :customerId, :code,
				case when clock_timestamp() > :deadline then 'EXPIRED' else 'REDEEMED' end)
			on conflict do nothing""")
	int begin(UUID orderId, UUID customerId, String code, Instant deadline);

	/** Leaves a mark that refuses the order's request, if that has not come yet. */
	@Modifying
	@NativeQuery("""
			insert into redemption (order_id, outcome, released_at) values (:orderId, 'RELEASED', clock_timestamp())
			on conflict do nothing""")
	void markReleased(UUID orderId);

	/** With its row locked: whoever changes a redemption does it alone. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from Redemption r where r.orderId = :orderId")
	Optional<Redemption> lock(UUID orderId);

	/** How many uses of a code stand that a customer has, but for this order's. */
	@Query("""
			select count(*) from Redemption r where r.code = :code and r.customerId = :customerId
			and r.outcome = REDEEMED and r.releasedAt is null and r.orderId <> :orderId""")
	long countOthers(String code, UUID customerId, UUID orderId);

	/** How many uses of a code stand. */
	@Query("""
			select count(*) from Redemption r where r.code = :code
			and r.outcome = REDEEMED and r.releasedAt is null""")
	long countStanding(String code);

	@NativeQuery("select clock_timestamp()")
	Instant now();

}
