package kz.duken.cart.promo;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import kz.duken.commons.money.Money;

/** An order wants to use a code, of which its customer was shown this discount. */
record RedemptionRequest(@NotNull UUID customerId, @NotNull @Pattern(regexp = PromoCodeRequest.CODE) String code,
		@NotNull Money sum, @NotNull Money discount, @NotNull Instant deadline) {
}
