package kz.duken.customer.address;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.problem.NotFound;
import kz.duken.customer.account.Customers;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers' address books. Whoever has an address has a default: the first one, then the
 * one that was asked to be, then the newest that is left. Each book is changed by one at
 * a time, under its customer's lock.
 */
@Service
class Addresses {

	/** More is no address book of a person. */
	static final int LIMIT = 20;

	private final AddressRepository addresses;

	private final Customers customers;

	Addresses(AddressRepository addresses, Customers customers) {
		this.addresses = addresses;
		this.customers = customers;
	}

	/** The oldest first. */
	@Transactional(readOnly = true)
	List<Address> list(UUID customerId, UUID after, int limit) {
		return this.addresses.findByCustomerIdAndIdGreaterThanOrderById(customerId, after, Limit.of(limit));
	}

	/**
	 * @throws AddressLimit when the book is full
	 */
	@Transactional
	Address add(UUID customerId, AddressRequest request) {
		this.customers.lock(customerId);
		int others = this.addresses.countByCustomerId(customerId);
		if (others >= LIMIT) {
			throw new AddressLimit();
		}
		boolean preferred = others == 0 || request.asksToBePreferred();
		if (preferred) {
			this.addresses.preferNone(customerId);
		}
		return this.addresses.save(new Address(customerId, request, preferred));
	}

	@Transactional
	Address rewrite(UUID customerId, UUID id, AddressRequest request) {
		this.customers.lock(customerId);
		if (request.asksToBePreferred()) {
			find(customerId, id);
			this.addresses.preferNone(customerId);
		}
		Address address = find(customerId, id);
		address.rewrite(request);
		if (request.asksToBePreferred()) {
			address.prefer();
		}
		return address;
	}

	@Transactional
	void remove(UUID customerId, UUID id) {
		this.customers.lock(customerId);
		Address address = find(customerId, id);
		this.addresses.remove(id);
		if (address.isPreferred()) {
			this.addresses.findFirstByCustomerIdOrderByIdDesc(customerId).ifPresent(Address::prefer);
		}
	}

	private Address find(UUID customerId, UUID id) {
		return this.addresses.findByIdAndCustomerId(id, customerId).orElseThrow(() -> new NotFound("address " + id));
	}

}
