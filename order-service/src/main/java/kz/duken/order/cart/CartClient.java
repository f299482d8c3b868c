package kz.duken.order.cart;

import java.util.UUID;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@FeignClient(name = "cart-service", contextId = "carts")
interface CartClient {

	@GetMapping("/internal/carts/{customerId}")
	Cart cart(@PathVariable UUID customerId);

	@PutMapping("/internal/redemptions/{orderId}")
	Redemption redeem(@PathVariable UUID orderId, @RequestBody RedemptionRequest request);

	@PutMapping("/internal/redemptions/{orderId}/release")
	void releaseRedemption(@PathVariable UUID orderId);

	@PutMapping("/internal/carts/{customerId}/orders/{orderId}")
	void takeOut(@PathVariable UUID customerId, @PathVariable UUID orderId, @RequestBody OrderedGoods goods);

}
