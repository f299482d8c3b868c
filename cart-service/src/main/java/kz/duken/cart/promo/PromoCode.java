package kz.duken.cart.promo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/** A word that takes something off a cart. */
@Entity
class PromoCode {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	@Id
	private String code;

	private @Nullable Integer percent;

	private @Nullable Money amount;

	private @Nullable Money minSum;

	private @Nullable Instant startsAt;

	private @Nullable Instant endsAt;

	private @Nullable Integer usageLimit;

	private @Nullable Integer perCustomerLimit;

	@Column(insertable = false)
	private int used;

	@SuppressWarnings("NullAway.Init")
	protected PromoCode() {
	}

	/**
	 * What it takes off: the percentage rounded half up to the tiyn, or the amount, and
	 * never more than there is.
	 */
	Money discount(Money sum) {
		Money off = (this.percent != null) ? new Money(
				sum.amount().multiply(BigDecimal.valueOf(this.percent)).divide(HUNDRED, 2, RoundingMode.HALF_UP))
				: Objects.requireNonNull(this.amount);
		return (off.compareTo(sum) > 0) ? sum : off;
	}

	/**
	 * Why it does not apply, if it does not.
	 * @param usedByCustomer how often he has used it already
	 */
	Optional<Reason> objection(Money sum, Instant now, long usedByCustomer) {
		if (this.startsAt != null && now.isBefore(this.startsAt)) {
			return Optional.of(Reason.NOT_STARTED);
		}
		if (this.endsAt != null && !now.isBefore(this.endsAt)) {
			return Optional.of(Reason.EXPIRED);
		}
		if (this.minSum != null && sum.compareTo(this.minSum) < 0) {
			return Optional.of(Reason.MIN_SUM);
		}
		if (this.usageLimit != null && this.used >= this.usageLimit) {
			return Optional.of(Reason.USED_UP);
		}
		if (this.perCustomerLimit != null && usedByCustomer >= this.perCustomerLimit) {
			return Optional.of(Reason.USED_BY_CUSTOMER);
		}
		return Optional.empty();
	}

	/** One more use, under its row's lock. */
	void use() {
		this.used++;
	}

	/**
	 * A use was given back. Of a code that was made anew with a lower limit more uses may
	 * stand than it has; below its limit it has counted each.
	 * @param standing how many still stand; slow where they are many
	 */
	void givenBack(LongSupplier standing) {
		if (this.usageLimit == null || this.used < this.usageLimit) {
			this.used--;
		}
		else {
			this.used = Math.toIntExact(Math.min(standing.getAsLong(), this.usageLimit));
		}
	}

	PromoCodeResponse response() {
		return new PromoCodeResponse(this.code, this.percent, this.amount, this.minSum, this.startsAt, this.endsAt,
				this.usageLimit, this.perCustomerLimit, this.used);
	}

}
