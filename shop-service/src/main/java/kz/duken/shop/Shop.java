package kz.duken.shop;

import java.time.Instant;
import java.util.UUID;

import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;

/** A shop. */
public record Shop(UUID id, UUID ownerId, String name, String city, String address, String phone,
		@Nullable String hours, @Nullable Location location, ShopStatus status, Instant createdAt) {

	public boolean isActive() {
		return this.status == ShopStatus.ACTIVE;
	}

	boolean isManagedBy(@Nullable Caller caller) {
		return caller != null && caller.mayActFor(this.ownerId);
	}

	/** A shop that is not active is there for its owner and administrators alone. */
	boolean isVisibleTo(@Nullable Caller caller) {
		return isActive() || isManagedBy(caller);
	}

}
