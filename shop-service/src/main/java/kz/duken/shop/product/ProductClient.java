package kz.duken.shop.product;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@FeignClient(name = "product-service", contextId = "products")
interface ProductClient {

	@GetMapping("/internal/products/{id}")
	Card find(@PathVariable("id") UUID id);

	@PutMapping("/internal/products/{id}")
	Card make(@PathVariable("id") UUID id, @RequestBody Map<String, @Nullable Object> card);

	@PostMapping("/internal/products/names")
	Names names(@RequestBody Ids ids);

	record Ids(Collection<UUID> ids) {
	}

	record Names(List<Card> products) {
	}

}
