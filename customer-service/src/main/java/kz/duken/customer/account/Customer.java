package kz.duken.customer.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

record Customer(UUID id, String username, @Nullable String fullName, @Nullable String email, List<Role> roles,
		CustomerStatus status, Instant createdAt) {
}
