package kz.duken.product.offer;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import kz.duken.commons.money.Money;
import kz.duken.commons.page.Cursor;

/** An offer that a customer can choose. */
record LiveOffer(UUID id, UUID shopId, String shopName, Money price, int stock, Instant updatedAt,
		@JsonIgnore Instant createdAt) {

	Cursor cursor() {
		return Cursor.of(this.stock > 0, this.price, this.createdAt, this.id);
	}

}
