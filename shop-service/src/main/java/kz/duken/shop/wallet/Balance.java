package kz.duken.shop.wallet;

import kz.duken.commons.money.Money;

/** What a shop has in its account; nothing when it was never opened. */
record Balance(Money balance, String currency) {
}
