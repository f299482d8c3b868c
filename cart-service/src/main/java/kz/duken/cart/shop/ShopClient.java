package kz.duken.cart.shop;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.neighbour.OnlyReads;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@FeignClient("shop-service")
interface ShopClient {

	@OnlyReads
	@PostMapping("/internal/offers/query")
	Found offers(@RequestBody Query query);

	@GetMapping("/internal/products/{productId}/best-offer")
	Best bestOffer(@PathVariable("productId") UUID productId);

	record Query(Collection<OfferKey> offers) {
	}

	record Found(List<Offer> offers) {
	}

	record Best(@Nullable Offer offer) {
	}

}
