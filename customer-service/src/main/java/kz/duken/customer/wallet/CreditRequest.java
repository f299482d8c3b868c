package kz.duken.customer.wallet;

import jakarta.validation.constraints.NotNull;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;

/**
 * @param gross what the shop's part costs before the discount, which the store bears
 */
record CreditRequest(@NotNull @Price(max = PaymentRequest.MAX) Money gross) {
}
