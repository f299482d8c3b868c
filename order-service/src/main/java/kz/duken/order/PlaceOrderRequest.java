package kz.duken.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * Orders the whole cart.
 *
 * @param expectedTotal what the customer saw and agreed to pay
 * @param comment for the shops, lines allowed
 */
record PlaceOrderRequest(@NotNull @Valid DeliveryAddress deliveryAddress,
		@NotNull @Price(min = "0", max = "99999999999999.99") Money expectedTotal,
		@Size(max = 500) @Pattern(regexp = "[\\t\\r\\n[^\\p{Cc}\\p{Cs}]]*",
				message = "must be text without control characters") @Nullable String comment) {
}
