package kz.duken.cart;

import jakarta.validation.constraints.NotNull;

/** A promo code that a customer has typed; its case does not count. */
record AttachRequest(@NotNull String code) {
}
