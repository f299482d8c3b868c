package kz.duken.cart;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.duken.cart.shop.OfferKey;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered out of a cart.
 *
 * @param promoCode the one that the order has used, if any
 */
record TakeOrderRequest(@NotNull @Size(max = Cart.MAX_LINES) List<@NotNull @Valid Line> lines,
		@Nullable String promoCode) {

	record Line(@NotNull UUID productId, @NotNull UUID shopId,
			@NotNull @Min(1) @Max(CartLine.MAX_QUANTITY) Integer quantity) {
	}

	Map<OfferKey, Integer> pieces() {
		return this.lines.stream()
			.collect(Collectors.toMap((line) -> new OfferKey(line.productId(), line.shopId()), Line::quantity,
					Integer::sum));
	}

}
