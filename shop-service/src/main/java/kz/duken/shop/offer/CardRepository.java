package kz.duken.shop.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface CardRepository extends Repository<Card, UUID> {

	/** Whether the card is known, retired or not. */
	boolean existsById(UUID productId);

	@Transactional
	@Modifying
	@NativeQuery("insert into card (product_id, name) values (:productId, :name) on conflict do nothing")
	void remember(UUID productId, String name);

	/** Keeps the card from being retired until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_READ)
	@Query("select c from Card c where c.productId = :productId and c.retiredAt is null")
	Optional<Card> holdLive(UUID productId);

	/**
	 * Keeps offers from being made until this transaction ends. Two statements follow one
	 * another in {@link CardRetirement}: only a statement that begins after the lock was
	 * got sees the offer that was made under it.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from Card c where c.productId = :productId")
	Card lock(UUID productId);

	/**
	 * A card that no shop has offered yet is retired unseen, so that a late offer finds
	 * it so.
	 */
	@Modifying
	@NativeQuery("""
			insert into card (product_id, retired_at) values (:productId, clock_timestamp())
			on conflict do nothing""")
	void retireUnseen(UUID productId);

	/**
	 * Retires the card, again without effect, unless it has offers.
	 * @return 0 when it has
	 */
	@Modifying
	@NativeQuery("""
			update card set retired_at = coalesce(retired_at, clock_timestamp()) where product_id = :productId
			  and not exists (select from offer o where o.product_id = :productId and o.deleted_at is null)""")
	int retire(UUID productId);

	/**
	 * Takes cards whose names have not been checked for so long; nobody else takes them
	 * meanwhile.
	 */
	@Transactional
	@NativeQuery("""
			update card set checked_at = clock_timestamp() where product_id in (
			  select product_id from card
			  where retired_at is null and checked_at < clock_timestamp() - make_interval(secs => :seconds)
			  order by checked_at limit :limit for no key update skip locked)
			returning product_id""")
	List<UUID> takeDue(long seconds, int limit);

	/** Gives cards their names, the first name to the first of the ids. */
	@Transactional
	@Modifying
	@NativeQuery("""
			update card set name = renamed.name from (
			  select card.product_id, named.name from card
			    join unnest(cast(:ids as uuid[]), cast(:names as text[])) as named (id, name) on id = product_id
			  where card.name <> named.name order by product_id for no key update of card) as renamed
			where card.product_id = renamed.product_id""")
	void rename(String[] ids, String[] names);

}
