package kz.duken.customer.wallet;

import jakarta.validation.constraints.NotNull;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;

record TopUpRequest(@NotNull @Price(max = "10000000") Money amount) {
}
