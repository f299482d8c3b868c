package kz.duken.cart;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface CartRepository extends Repository<Cart, UUID> {

	boolean existsByOwnerId(UUID ownerId);

	@EntityGraph(attributePaths = "lines")
	Optional<Cart> findByOwnerId(UUID ownerId);

	/**
	 * Makes the owner's cart unless he has one, and locks it as {@link #lock} does: in
	 * between, nobody can throw it away.
	 */
	@Modifying
	@NativeQuery("""
			insert into cart (id, owner_id) values (:id, :ownerId)
			on conflict on constraint cart_one_per_owner do update set changed_at = clock_timestamp()""")
	void open(UUID id, UUID ownerId);

	/**
	 * Locks a cart's row until the end of the transaction, and keeps it from expiring:
	 * whoever changes a cart does it alone.
	 * @return 0 when the owner has none
	 */
	@Modifying
	@NativeQuery("update cart set changed_at = clock_timestamp() where owner_id = :ownerId")
	int lock(UUID ownerId);

	void delete(Cart cart);

	/** Removes carts with all that is in them, those that are being changed excepted. */
	@Transactional
	@Modifying
	@NativeQuery("""
			with old as (
				select id from cart where changed_at < clock_timestamp() - :seconds * interval '1 second'
				order by changed_at limit :atMost for update skip locked
			), line as (
				delete from cart_line where cart_id in (select id from old)
			)
			delete from cart where id in (select id from old)""")
	int removeUnchangedFor(long seconds, int atMost);

	/**
	 * Remembers that an order has been taken out.
	 * @return 0 when it was remembered before
	 */
	@Modifying
	@NativeQuery("""
			insert into taken_order (order_id, customer_id) values (:orderId, :customerId)
			on conflict on constraint taken_order_pk do nothing""")
	int rememberTaken(UUID orderId, UUID customerId);

}
