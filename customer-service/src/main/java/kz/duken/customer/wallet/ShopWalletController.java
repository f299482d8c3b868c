package kz.duken.customer.wallet;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of shops, for shop-service, which knows whose they are. */
@RestController
@RequestMapping(path = "/internal/shops/{shopId}/wallet", produces = MediaType.APPLICATION_JSON_VALUE)
class ShopWalletController {

	private final ShopWallets wallets;

	private final Payouts payouts;

	ShopWalletController(ShopWallets wallets, Payouts payouts) {
		this.wallets = wallets;
		this.payouts = payouts;
	}

	@GetMapping
	WalletResponse wallet(@PathVariable UUID shopId) {
		return WalletResponse.of(this.wallets.balance(shopId));
	}

	@GetMapping("/entries")
	Page<EntryResponse> entries(@PathVariable UUID shopId, PageRequest page) {
		long before = (page.cursor() != null) ? page.cursor().key(0, Long::parseLong) : Long.MAX_VALUE;
		return Page.of(this.wallets.entries(shopId, before, page.limit()), page, (entry) -> Cursor.of(entry.number()),
				EntryResponse::of);
	}

	@PostMapping("/payouts")
	PayoutResponse payOut(@PathVariable UUID shopId, @Valid @RequestBody PayoutRequest request) {
		return this.payouts.payOut(shopId, request);
	}

	/**
	 * A shop wants its money.
	 *
	 * @param callerId who asks for it, whose key it is
	 * @param amount as much as an account can hold; what is in it bounds it
	 */
	record PayoutRequest(@NotNull UUID callerId, @NotNull String key,
			@NotNull @Price(max = "99999999999999.99") Money amount) {
	}

	/**
	 * What came of it.
	 *
	 * @param replayed whether an earlier request with the same key had made it
	 * @param balance after it, or at the refusal
	 * @param entry of the shop's account, {@code null} at a refusal
	 */
	record PayoutResponse(Outcome outcome, boolean replayed, Money balance, @Nullable EntryResponse entry) {
	}

	enum Outcome {

		PAID_OUT, INSUFFICIENT_FUNDS, KEY_REUSED

	}

}
