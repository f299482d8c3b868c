package kz.duken.category.product;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

@FeignClient(name = "product-service", contextId = "product-counts")
interface ProductCountClient {

	@GetMapping("/internal/products/counts")
	Counts counts();

	record Counts(@Nullable Map<UUID, Integer> counts) {
	}

}
