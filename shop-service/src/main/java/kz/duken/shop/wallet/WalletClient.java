package kz.duken.shop.wallet;

import java.util.Objects;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.commons.page.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "customer-service", contextId = "wallets")
interface WalletClient {

	@GetMapping("/internal/shops/{shopId}/wallet")
	Balance balance(@PathVariable("shopId") UUID shopId);

	@GetMapping("/internal/shops/{shopId}/wallet/entries")
	Page<Entry> entries(@PathVariable("shopId") UUID shopId, @RequestParam("size") int size,
			@RequestParam(name = "cursor", required = false) @Nullable String cursor);

	@PostMapping("/internal/shops/{shopId}/wallet/payouts")
	Payout payOut(@PathVariable("shopId") UUID shopId, @RequestBody PayoutOrder order);

	record PayoutOrder(UUID callerId, String key, Money amount) {
	}

	/**
	 * What has become of it.
	 *
	 * @param replayed whether the same key had done it before
	 * @param entry {@code null} unless it was paid out
	 */
	record Payout(Outcome outcome, boolean replayed, Money balance, @Nullable Entry entry) {

		public Payout {
			Objects.requireNonNull(balance);
			if (outcome == Outcome.PAID_OUT) {
				Objects.requireNonNull(entry);
			}
		}

	}

	enum Outcome {

		PAID_OUT, INSUFFICIENT_FUNDS, KEY_REUSED

	}

}
