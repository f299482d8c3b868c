package kz.duken.product.category;

import java.util.List;
import java.util.UUID;

import kz.duken.product.feed.FeedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "category-service")
interface CategoryClient {

	@GetMapping("/internal/categories/feed")
	FeedPage<Category> categories(@RequestParam String position,
			@RequestParam(required = false) @Nullable String cursor, @RequestParam int size);

	/** A category as it is now. */
	record Category(UUID id, @Nullable UUID parentId, String name, String slug, List<String> tags, boolean deleted,
			long version) {
	}

}
