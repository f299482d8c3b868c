package kz.duken.customer.wallet;

import java.time.Instant;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an account that has a balance, as its owner sees it.
 *
 * @param number its place among the account's entries, from 1
 * @param balanceAfter the balance that it made
 */
record LedgerEntry(UUID id, long number, Instant at, Transfer.Kind kind, Money amount, Money balanceAfter,
		@Nullable UUID orderId) {
}
