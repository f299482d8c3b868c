package kz.duken.customer.wallet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface RefundedPartRepository extends Repository<RefundedPart, RefundedPart.Id> {

	RefundedPart save(RefundedPart part);

	Optional<RefundedPart> findById(RefundedPart.Id id);

	/** All of the order, one for each shop at most. */
	List<RefundedPart> findByIdOrderId(UUID orderId);

}
