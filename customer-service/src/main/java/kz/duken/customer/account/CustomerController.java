package kz.duken.customer.account;

import java.net.URI;
import java.util.Locale;

import jakarta.validation.Valid;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.ValidationFailed;
import kz.duken.commons.security.Caller;
import kz.duken.customer.Subject;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/customers", produces = MediaType.APPLICATION_JSON_VALUE)
class CustomerController {

	private static final String PREFIX = "[a-z0-9._-]{0,32}";

	private final Customers customers;

	CustomerController(Customers customers) {
		this.customers = customers;
	}

	@PostMapping
	ResponseEntity<CustomerResponse> register(@Valid @RequestBody NewCustomer customer) {
		Customer registered = this.customers.register(customer);
		return ResponseEntity.created(URI.create("/api/customers/" + registered.getId()))
			.body(CustomerResponse.of(registered));
	}

	/** Those whose names begin so, by name; for administrators. */
	@GetMapping
	Page<CustomerResponse> list(@RequestParam(defaultValue = "") String username, PageRequest page) {
		String prefix = username.toLowerCase(Locale.ROOT);
		if (!prefix.matches(PREFIX)) {
			throw new ValidationFailed("/username", "must be the beginning of a username");
		}
		String after = (page.cursor() != null) ? page.cursor().key(0, CustomerController::username) : "";
		return Page.of(this.customers.list(prefix, after, page.limit()), page,
				(customer) -> Cursor.of(customer.username()), CustomerResponse::of);
	}

	@GetMapping("/{id}")
	CustomerResponse get(@PathVariable String id, Caller caller) {
		return CustomerResponse.of(this.customers.get(Subject.of(id, caller).id()));
	}

	@PatchMapping("/{id}")
	CustomerResponse patch(@PathVariable String id, Caller caller, @Valid @RequestBody CustomerPatch patch) {
		Subject subject = Subject.of(id, caller);
		this.customers.get(subject.id());
		subject.mustBeSelf();
		return CustomerResponse.of(this.customers.patch(subject.id(), patch));
	}

	private static String username(String key) {
		if (!key.matches(PREFIX)) {
			throw new IllegalArgumentException("no username");
		}
		return key;
	}

}
