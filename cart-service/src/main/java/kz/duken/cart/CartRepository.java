package kz.duken.cart;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CartRepository extends Repository<Cart, UUID> {

	@EntityGraph(attributePaths = "lines")
	Optional<Cart> findByCustomerId(UUID customerId);

	/** With its row locked: whoever changes a cart does it alone. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from Cart c where c.customerId = :customerId")
	Optional<Cart> lockByCustomerId(UUID customerId);

	/** Makes the customer's cart unless he has one. */
	@Modifying
	@NativeQuery("""
			insert into cart (id, customer_id) values (:id, :customerId)
			on conflict on constraint cart_one_per_customer do nothing""")
	void open(UUID id, UUID customerId);

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
