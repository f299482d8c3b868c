package kz.duken.product.shop;

import java.util.Objects;
import java.util.UUID;

import kz.duken.product.feed.FeedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "shop-service")
interface ShopClient {

	@GetMapping("/internal/offers/feed")
	FeedPage<ShopOffer> offers(@RequestParam String position, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam int size);

	@GetMapping("/internal/shops/feed")
	FeedPage<Shop> shops(@RequestParam String position, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam int size);

	@PutMapping("/internal/cards/{id}/retire")
	Retirement retire(@PathVariable UUID id);

	record Retirement(Outcome outcome) {

		public Retirement {
			Objects.requireNonNull(outcome);
		}

	}

	enum Outcome {

		RETIRED, HAS_OFFERS

	}

}
