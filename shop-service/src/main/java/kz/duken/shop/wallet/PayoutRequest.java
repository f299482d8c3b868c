package kz.duken.shop.wallet;

import jakarta.validation.constraints.NotNull;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;

/** How much an owner wants paid out; what is in the account bounds it. */
record PayoutRequest(@NotNull @Price(max = "99999999999999.99") Money amount) {
}
