package kz.duken.shop;

import java.util.UUID;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Order-service asks here whose a shop is. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class KnownShopController {

	private final ShopService shops;

	KnownShopController(ShopService shops) {
		this.shops = shops;
	}

	@GetMapping("/internal/shops/{shopId}")
	KnownShop one(@PathVariable UUID shopId) {
		return this.shops.known(shopId);
	}

}
