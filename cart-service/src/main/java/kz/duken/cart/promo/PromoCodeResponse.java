package kz.duken.cart.promo;

import java.time.Instant;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A promo code as administrators see it.
 *
 * @param used by orders that were not cancelled
 */
record PromoCodeResponse(String code, @Nullable Integer percent, @Nullable Money amount, @Nullable Money minSum,
		@Nullable Instant startsAt, @Nullable Instant endsAt, @Nullable Integer usageLimit,
		@Nullable Integer perCustomerLimit, int used) {
}
