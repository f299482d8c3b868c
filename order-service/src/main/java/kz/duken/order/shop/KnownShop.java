package kz.duken.order.shop;

import java.util.Objects;
import java.util.UUID;

/** A shop as shop-service tells of it. */
public record KnownShop(UUID id, UUID ownerId, String status) {

	public KnownShop {
		Objects.requireNonNull(ownerId);
	}

	/** Whether everybody may know of it. */
	public boolean isActive() {
		return "ACTIVE".equals(this.status);
	}

}
