package kz.duken.customer.wallet;

import java.util.Optional;
import java.util.UUID;

import kz.duken.customer.DatabaseClock;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface PaymentRepository extends Repository<Payment, UUID>, DatabaseClock {

	Payment save(Payment payment);

	Optional<Payment> findById(UUID orderId);

	@NativeQuery("select exists (select from customer where id = :id)")
	boolean isCustomer(UUID id);

	/** Lets one transaction at a time do things to the money of an order. */
	@NativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:orderId, 0))")
	int lockOrder(String orderId);

}
