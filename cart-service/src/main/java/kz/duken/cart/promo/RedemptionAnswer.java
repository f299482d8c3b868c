package kz.duken.cart.promo;

import org.jspecify.annotations.Nullable;

/** What an order is answered; {@code reason} only when the code does not apply. */
record RedemptionAnswer(Redemption.Outcome outcome, @Nullable Reason reason) {
}
