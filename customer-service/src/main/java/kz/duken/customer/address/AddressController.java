package kz.duken.customer.address;

import java.util.UUID;

import jakarta.validation.Valid;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.security.Caller;
import kz.duken.customer.Subject;
import kz.duken.customer.account.Customers;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/customers/{id}/addresses", produces = MediaType.APPLICATION_JSON_VALUE)
class AddressController {

	private static final UUID FIRST = new UUID(0, 0);

	private final Addresses addresses;

	private final Customers customers;

	AddressController(Addresses addresses, Customers customers) {
		this.addresses = addresses;
		this.customers = customers;
	}

	@GetMapping
	Page<AddressResponse> list(@PathVariable String id, Caller caller, PageRequest page) {
		UUID after = (page.cursor() != null) ? page.cursor().key(0, UUID::fromString) : FIRST;
		return Page.of(this.addresses.list(self(id, caller), after, page.limit()), page,
				(address) -> Cursor.of(address.getId()), Address::response);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	AddressResponse add(@PathVariable String id, Caller caller, @Valid @RequestBody AddressRequest request) {
		return this.addresses.add(self(id, caller), request).response();
	}

	@PutMapping("/{addressId}")
	AddressResponse rewrite(@PathVariable String id, @PathVariable UUID addressId, Caller caller,
			@Valid @RequestBody AddressRequest request) {
		return this.addresses.rewrite(self(id, caller), addressId, request).response();
	}

	@DeleteMapping("/{addressId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String id, @PathVariable UUID addressId, Caller caller) {
		this.addresses.remove(self(id, caller), addressId);
	}

	private UUID self(String id, Caller caller) {
		Subject subject = Subject.of(id, caller);
		this.customers.mustExist(subject.id());
		subject.mustBeSelf();
		return subject.id();
	}

}
