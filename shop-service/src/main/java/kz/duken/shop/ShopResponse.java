package kz.duken.shop;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

record ShopResponse(UUID id, String name, String city, String address, String phone, @Nullable String hours,
		@Nullable Location location, ShopStatus status, int offerCount, Instant createdAt) {

	static ShopResponse of(Shop shop, int offerCount) {
		return new ShopResponse(shop.id(), shop.name(), shop.city(), shop.address(), shop.phone(), shop.hours(),
				shop.location(), shop.status(), offerCount, shop.createdAt());
	}

}
