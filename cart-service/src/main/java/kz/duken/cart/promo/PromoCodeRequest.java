package kz.duken.cart.promo;

import java.time.Instant;
import java.util.Locale;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import kz.duken.commons.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;

/** A promo code to be made; its case does not count. */
record PromoCodeRequest(
		@NotNull @Pattern(regexp = PromoCodeRequest.CODE,
				message = "must be 3 to 40 of the letters A-Z, digits, '_' and '-'") String code,
		@Min(1) @Max(100) @Nullable Integer percent, @Price @Nullable Money amount, @Price @Nullable Money minSum,
		@Nullable Instant startsAt, @Nullable Instant endsAt, @Min(1) @Max(1_000_000_000) @Nullable Integer usageLimit,
		@Min(1) @Max(1_000_000_000) @Nullable Integer perCustomerLimit) {

	static final String CODE = "[A-Z0-9_-]{3,40}";

	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

	PromoCodeRequest {
		code = upper(code);
	}

	/** As codes are kept; letters of ASCII alone, others are left to be refused. */
	static String upper(String code) {
		return (code != null && code.chars().allMatch((c) -> c < 128)) ? code.toUpperCase(Locale.ROOT) : code;
	}

	/**
	 * Refuses what no single property tells.
	 * @throws ValidationFailed when it makes no sense
	 */
	void mustMakeSense() {
		if ((this.percent == null) == (this.amount == null)) {
			throw new ValidationFailed("/percent", "must be there, or amount, and not both");
		}
		mustBeATime("/startsAt", this.startsAt);
		mustBeATime("/endsAt", this.endsAt);
		if (this.startsAt != null && this.endsAt != null && !this.startsAt.isBefore(this.endsAt)) {
			throw new ValidationFailed("/endsAt", "must be later than startsAt");
		}
	}

	private static void mustBeATime(String pointer, @Nullable Instant time) {
		if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
			throw new ValidationFailed(pointer, "must be a time of the years 2000 to 9998");
		}
	}

}
