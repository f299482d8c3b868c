package kz.duken.commons.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An exact amount of tenge with two decimals (a tenge has 100 tiyn), negative ones
 * included. Equal amounts are equal whatever the scale they were written with.
 *
 * @param amount the tenge, at most two decimals and less than 10<sup>14</sup> in size
 */
public record Money(@JsonValue BigDecimal amount) implements Comparable<Money> {

	public static final Money ZERO = Money.of(0);

	private static final int INTEGER_DIGITS = 14;

	/**
	 * Takes an exact amount.
	 * @throws IllegalArgumentException with a third decimal other than zero, or beyond
	 * the range
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Money {
		// looked at before any rounding: 1e999999999 must cost nothing
		if (amount.signum() != 0 && amount.precision() - (long) amount.scale() > INTEGER_DIGITS) {
			throw new IllegalArgumentException("must be less than 100 000 000 000 000");
		}
		if (amount.signum() != 0 && amount.stripTrailingZeros().scale() > 2) {
			throw new IllegalArgumentException("must have at most two decimals");
		}
		amount = (amount.signum() == 0 ? BigDecimal.ZERO : amount).setScale(2, RoundingMode.UNNECESSARY);
	}

	public static Money of(long tenge) {
		return new Money(BigDecimal.valueOf(tenge));
	}

	/**
	 * Reads a plain decimal such as {@code 349990} or {@code 0.05}.
	 * @throws IllegalArgumentException when it is none, or no amount of tenge
	 */
	public static Money of(String tenge) {
		try {
			return new Money(new BigDecimal(tenge));
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("must be a number", ex);
		}
	}

	public static Money ofTiyn(long tiyn) {
		return new Money(BigDecimal.valueOf(tiyn, 2));
	}

	/** All of it in tiyn, exactly. */
	public long tiyn() {
		return this.amount.unscaledValue().longValueExact();
	}

	public Money plus(Money other) {
		return new Money(this.amount.add(other.amount));
	}

	public Money minus(Money other) {
		return new Money(this.amount.subtract(other.amount));
	}

	public Money times(int count) {
		return new Money(this.amount.multiply(BigDecimal.valueOf(count)));
	}

	public Money negated() {
		return new Money(this.amount.negate());
	}

	public boolean isZero() {
		return this.amount.signum() == 0;
	}

	public boolean isNegative() {
		return this.amount.signum() < 0;
	}

	public boolean isPositive() {
		return this.amount.signum() > 0;
	}

	@Override
	public int compareTo(Money other) {
		return this.amount.compareTo(other.amount);
	}

	@Override
	public String toString() {
		return this.amount.toPlainString();
	}

}
