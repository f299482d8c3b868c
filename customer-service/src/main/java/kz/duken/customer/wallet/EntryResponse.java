package kz.duken.customer.wallet;

import java.time.Instant;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

record EntryResponse(UUID id, Instant at, Transfer.Kind kind, Money amount, Money balanceAfter,
		@Nullable UUID orderId) {

	static EntryResponse of(LedgerEntry entry) {
		return new EntryResponse(entry.getId(), entry.at(), entry.kind(), entry.amount(), entry.balanceAfter(),
				entry.orderId());
	}

}
