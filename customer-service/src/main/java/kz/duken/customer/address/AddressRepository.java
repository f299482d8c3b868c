package kz.duken.customer.address;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AddressRepository extends Repository<Address, UUID> {

	Address save(Address address);

	@Modifying(clearAutomatically = true)
	@Query("delete from Address a where a.id = :id")
	void remove(UUID id);

	Optional<Address> findByIdAndCustomerId(UUID id, UUID customerId);

	List<Address> findByCustomerIdAndIdGreaterThanOrderById(UUID customerId, UUID after, Limit limit);

	Optional<Address> findFirstByCustomerIdOrderByIdDesc(UUID customerId);

	int countByCustomerId(UUID customerId);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("update Address a set a.preferred = false where a.customerId = :customerId and a.preferred = true")
	void preferNone(UUID customerId);

}
