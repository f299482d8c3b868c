package kz.duken.category.product;

import java.util.UUID;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.cloud.openfeign.SpringQueryMap;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

@FeignClient(name = "product-service", contextId = "products")
interface ProductClient {

	@GetMapping(path = "/internal/products", produces = MediaType.APPLICATION_JSON_VALUE)
	byte[] products(@SpringQueryMap MultiValueMap<String, String> query);

	@PutMapping("/internal/categories/{id}/retire")
	Retirement retire(@PathVariable("id") UUID id);

	record Retirement(Outcome outcome) {

		enum Outcome {

			RETIRED, HAS_PRODUCTS

		}

	}

}
