package kz.duken.cart;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a customer puts into the cart.
 *
 * @param shopId absent for the best offer
 */
record AddItemRequest(@NotNull UUID productId, @Nullable UUID shopId,
		@NotNull @Min(1) @Max(CartLine.MAX_QUANTITY) Integer quantity) {
}
