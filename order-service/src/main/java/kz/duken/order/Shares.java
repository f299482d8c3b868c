package kz.duken.order;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import kz.duken.commons.money.Money;

/** Splits an amount by largest remainder (Hamilton's method). */
final class Shares {

	private Shares() {
	}

	/**
	 * The shares of the amount that go with the weights: each the exact one rounded down
	 * or up to the tiyn, so none exceeds its weight when the amount does not exceed their
	 * sum; together exactly the amount. Among equal remainders the earlier one is rounded
	 * up.
	 * @param amount not negative
	 * @param weights none negative, one of them positive
	 */
	static List<Money> of(Money amount, List<Money> weights) {
		BigInteger whole = BigInteger.valueOf(weights.stream().mapToLong(Money::tiyn).sum());
		List<BigInteger[]> exact = weights.stream()
			.map((weight) -> BigInteger.valueOf(amount.tiyn())
				.multiply(BigInteger.valueOf(weight.tiyn()))
				.divideAndRemainder(whole))
			.toList();
		List<Long> shares = new ArrayList<>(exact.stream().map((share) -> share[0].longValueExact()).toList());
		long left = amount.tiyn() - shares.stream().mapToLong(Long::longValue).sum();
		IntStream.range(0, shares.size())
			.boxed()
			.sorted(Comparator.comparing((Integer i) -> exact.get(i)[1]).reversed())
			.limit(left)
			.forEach((i) -> shares.set(i, shares.get(i) + 1));
		return shares.stream().map(Money::ofTiyn).toList();
	}

}
