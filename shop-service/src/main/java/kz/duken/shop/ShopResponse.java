package kz.duken.shop;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

record ShopResponse(UUID id, String name, String city, String address, String phone, @Nullable String hours,
		@Nullable Location location, ShopStatus status, long offerCount, Instant createdAt) {
}
