package kz.duken.shop.wallet;

import java.util.UUID;

import jakarta.validation.Valid;
import kz.duken.commons.idempotency.IdempotencyKey;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.security.Caller;
import kz.duken.shop.ShopService;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shop's money, for its owner and administrators. */
@RestController
@RequestMapping(path = "/api/shops/{shopId}/wallet", produces = MediaType.APPLICATION_JSON_VALUE)
class WalletController {

	private final ShopService shops;

	private final Wallets wallets;

	WalletController(ShopService shops, Wallets wallets) {
		this.shops = shops;
		this.wallets = wallets;
	}

	@GetMapping
	Balance balance(@PathVariable UUID shopId, Caller caller) {
		this.shops.managed(shopId, caller);
		return this.wallets.balance(shopId);
	}

	@GetMapping("/entries")
	Page<Entry> entries(@PathVariable UUID shopId, Caller caller, PageRequest page) {
		this.shops.managed(shopId, caller);
		return this.wallets.entries(shopId, page);
	}

	/** The key stands before the body, so that it is looked at first. */
	@PostMapping("/payouts")
	ResponseEntity<Entry> payOut(@PathVariable UUID shopId, Caller caller, IdempotencyKey key,
			@Valid @RequestBody PayoutRequest request) {
		this.shops.managed(shopId, caller);
		Wallets.Payout payout = this.wallets.payOut(shopId, caller.id(), key, request.amount());
		ResponseEntity.BodyBuilder created = ResponseEntity.status(HttpStatus.CREATED);
		if (payout.replayed()) {
			created.header(IdempotencyKey.REPLAYED_HEADER, "true");
		}
		return created.body(payout.entry());
	}

}
