package kz.duken.order.wallet;

import java.util.UUID;

import kz.duken.commons.money.Money;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@FeignClient(name = "customer-service", contextId = "wallets")
interface WalletClient {

	@PutMapping("/internal/payments/{orderId}")
	Payment pay(@PathVariable UUID orderId, @RequestBody PaymentRequest request);

	@PutMapping("/internal/credits/{orderId}/{shopId}")
	void credit(@PathVariable UUID orderId, @PathVariable UUID shopId, @RequestBody Credit credit);

	@PutMapping("/internal/refunds/{orderId}/{shopId}")
	void refund(@PathVariable UUID orderId, @PathVariable UUID shopId, @RequestBody RefundRequest request);

	/**
	 * What a shop is owed for its part.
	 *
	 * @param gross what the shop gets: its share before the discount
	 */
	record Credit(Money gross) {
	}

}
