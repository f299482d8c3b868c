package kz.duken.shop.offer;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Offers. What changes one books it in the same statement: the movement of stock, and the
 * line of its history if the owner did it.
 */
interface OfferRepository extends Repository<Offer, UUID> {

	String BOOKED = """
			), booked as (
			  insert into stock_movement (offer_id, kind, quantity) select id, kind, moved from written where moved <> 0
			)
			insert into offer_history (offer_id, version, at, price, stock)
			select id, version, updated_at, price, stock from written""";

	/** Newest first. */
	@Query("""
			select o from Offer o join fetch o.card
			where o.key.shopId = :shopId and o.deletedAt is null and o.id < :before order by o.id desc limit :limit""")
	List<Offer> list(UUID shopId, UUID before, int limit);

	@Query("select o from Offer o join fetch o.card where o.key = :key and o.deletedAt is null")
	Optional<Offer> find(OfferKey key);

	/** The offer as it is now and stays until this transaction ends: no sale passes. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select o from Offer o where o.key = :key and o.deletedAt is null")
	Optional<Offer> lock(OfferKey key);

	/**
	 * The offers as they are now and stay until the transaction ends, by id; one that
	 * never was is absent.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select o from Offer o join fetch o.shop where o.key in :keys order by o.id")
	List<Offer> lockAll(Collection<OfferKey> keys);

	boolean existsByKeyShopIdAndSkuAndDeletedAtIsNull(UUID shopId, String sku);

	/**
	 * Makes an offer, or brings a deleted one back to life.
	 * @return 0 when there is one that lives
	 */
	@Modifying
	@NativeQuery("""
			with written as (
			  insert into offer (id, shop_id, product_id, sku, price, stock)
			  values (:id, :shopId, :productId, :sku, :price, :stock)
			  on conflict on constraint offer_once_per_shop do update
			  set sku = excluded.sku, price = excluded.price, stock = excluded.stock,
			    created_at = clock_timestamp(), deleted_at = null
			  where offer.deleted_at is not null
			  returning new.id, new.version, new.updated_at, new.price, new.stock,
			    new.stock - coalesce(old.stock, 0) as moved, 'OPENING' as kind
			""" + BOOKED)
	int add(UUID id, UUID shopId, UUID productId, @Nullable String sku, BigDecimal price, int stock);

	/** Sets price and stock of an offer that this transaction has locked. */
	@Modifying(clearAutomatically = true)
	@NativeQuery("""
			with written as (
			  update offer set price = :price, stock = :stock where id = :id
			  returning new.id, new.version, new.updated_at, new.price, new.stock,
			    new.stock - old.stock as moved, 'ADJUSTMENT' as kind
			""" + BOOKED)
	void change(UUID id, BigDecimal price, int stock);

	/** Leaves a tombstone of an offer that this transaction has locked. */
	@Modifying
	@NativeQuery("update offer set deleted_at = clock_timestamp() where id = :id")
	void delete(UUID id);

	/** Newest first. */
	@Query("""
			select h from Offer o join o.history h
			where o.id = :offerId and h.version < :before order by h.version desc limit :limit""")
	List<HistoryEntry> history(UUID offerId, long before, int limit);

	/**
	 * Takes stock for an order.
	 * @return 0 when it is not there, not live or at another price
	 */
	@Modifying
	@NativeQuery("""
			with taken as (
			  update offer o set stock = o.stock - :quantity
			  where o.id = :offerId and o.stock >= :quantity and o.price = :price and o.deleted_at is null
			    and exists (select from shop s where s.id = o.shop_id and s.status = 'ACTIVE')
			  returning o.id
			)
			insert into stock_movement (offer_id, kind, quantity, order_id)
			select id, 'SALE', -:quantity, :orderId from taken""")
	int take(UUID orderId, UUID offerId, int quantity, BigDecimal price);

	/** Always finds room: a deleted offer has stock too, and there is no upper limit. */
	@Modifying
	@NativeQuery("""
			with given as (update offer set stock = stock + :quantity where id = :offerId returning id)
			insert into stock_movement (offer_id, kind, quantity, order_id)
			select id, :kind, :quantity, :orderId from given""")
	void giveBack(String kind, UUID orderId, UUID offerId, int quantity);

}
