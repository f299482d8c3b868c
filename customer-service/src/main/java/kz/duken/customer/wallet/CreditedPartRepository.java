package kz.duken.customer.wallet;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface CreditedPartRepository extends Repository<CreditedPart, RefundedPart.Id> {

	CreditedPart save(CreditedPart part);

	Optional<CreditedPart> findById(RefundedPart.Id id);

}
