package kz.duken.customer.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A customer as he and administrators see him. */
public record CustomerResponse(UUID id, String username, @Nullable String fullName, @Nullable String email,
		List<Role> roles, CustomerStatus status, Instant createdAt) {

	static CustomerResponse of(Customer customer) {
		return new CustomerResponse(customer.getId(), customer.username(), customer.fullName(), customer.email(),
				customer.roles(), customer.status(), customer.createdAt());
	}

}
