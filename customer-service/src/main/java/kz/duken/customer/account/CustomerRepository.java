package kz.duken.customer.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, UUID> {

	Customer save(Customer customer);

	Optional<Customer> findById(UUID id);

	/** With its row locked, so that of two changes at once both count. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from Customer c where c.id = :id")
	Optional<Customer> lockById(UUID id);

	/** Lets administrators be disabled one at a time. */
	@NativeQuery("select 1 from pg_advisory_xact_lock(hashtext('customer.administrators'))")
	int lockAdministrators();

	@NativeQuery("""
			select exists (select from customer
			where id <> :id and 'ADMIN' = any (roles) and status = 'ACTIVE')""")
	boolean isAnotherAdministrator(UUID id);

	/** As it is while nobody changes it: with its row locked against changes. */
	@Lock(LockModeType.PESSIMISTIC_READ)
	@Query("select c from Customer c where c.id = :id")
	Optional<Customer> holdById(UUID id);

	Optional<Customer> findByUsername(String username);

	boolean existsByUsername(String username);

	/** By username, those after the given one whose names begin so. */
	List<Customer> findByUsernameStartingWithAndUsernameGreaterThanOrderByUsername(String prefix, String after,
			Limit limit);

}
