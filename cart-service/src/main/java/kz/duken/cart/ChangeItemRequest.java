package kz.duken.cart;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many pieces of a line the customer wants. */
record ChangeItemRequest(@NotNull @Min(1) @Max(CartLine.MAX_QUANTITY) Integer quantity) {
}
