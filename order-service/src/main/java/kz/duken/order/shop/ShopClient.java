package kz.duken.order.shop;

import java.util.UUID;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@FeignClient(name = "shop-service", contextId = "shops")
interface ShopClient {

	@GetMapping("/internal/shops/{shopId}")
	KnownShop shop(@PathVariable UUID shopId);

	@PutMapping("/internal/reservations/{orderId}")
	Reservation reserve(@PathVariable UUID orderId, @RequestBody ReservationRequest request);

	@PutMapping("/internal/reservations/{orderId}/commit")
	void commit(@PathVariable UUID orderId);

	@PutMapping("/internal/reservations/{orderId}/release")
	void release(@PathVariable UUID orderId);

	@PutMapping("/internal/restocks/{orderId}/{shopId}")
	void restock(@PathVariable UUID orderId, @PathVariable UUID shopId);

}
