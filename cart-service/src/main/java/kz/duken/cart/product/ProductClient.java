package kz.duken.cart.product;

import java.util.UUID;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient("product-service")
interface ProductClient {

	@GetMapping("/internal/products/{id}")
	Card card(@PathVariable("id") UUID id);

}
