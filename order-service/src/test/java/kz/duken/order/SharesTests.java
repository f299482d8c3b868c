package kz.duken.order;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import kz.duken.commons.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SharesTests {

	@Test
	void theLargestRemainderIsRoundedUp() {
		assertThat(Shares.of(Money.of("1"), List.of(Money.of("1"), Money.of("1"), Money.of("1"))))
			.containsExactly(Money.of("0.34"), Money.of("0.33"), Money.of("0.33"));
		assertThat(Shares.of(Money.of("0.02"), List.of(Money.of("1"), Money.of("1"), Money.of("8"))))
			.containsExactly(Money.ZERO, Money.ZERO, Money.of("0.02"));
	}

	@Test
	void ofNothingEachGetsNothing() {
		assertThat(Shares.of(Money.ZERO, List.of(Money.of("5"), Money.of("7")))).containsOnly(Money.ZERO);
	}

	static LongStream seeds() {
		return LongStream.range(0, 2000);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void sharesAddUpToTheTiynAndNoneExceedsItsWeight(long seed) {
		Random random = new Random(seed);
		List<Money> weights = random.longs(random.nextInt(1, 101), 1, (seed % 2 == 0) ? 100 : 9_990_000_000_000L)
			.mapToObj(Money::ofTiyn)
			.toList();
		Money whole = weights.stream().reduce(Money.ZERO, Money::plus);
		Money amount = Money.ofTiyn(random.nextLong(whole.tiyn() + 1));

		List<Money> shares = Shares.of(amount, weights);

		assertThat(shares.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(amount);
		for (int i = 0; i < shares.size(); i++) {
			assertThat(shares.get(i)).isBetween(Money.ZERO, weights.get(i));
		}
		isLargestRemainder(amount, weights, whole, shares);
	}

	/** Each is rounded down or up, none up while a larger remainder is rounded down. */
	private static void isLargestRemainder(Money amount, List<Money> weights, Money whole, List<Money> shares) {
		BigInteger smallestUp = BigInteger.valueOf(whole.tiyn());
		BigInteger largestDown = BigInteger.ZERO;
		for (int i = 0; i < shares.size(); i++) {
			BigInteger[] exact = BigInteger.valueOf(amount.tiyn())
				.multiply(BigInteger.valueOf(weights.get(i).tiyn()))
				.divideAndRemainder(BigInteger.valueOf(whole.tiyn()));
			long up = shares.get(i).tiyn() - exact[0].longValueExact();
			assertThat(up).isBetween(0L, 1L);
			smallestUp = (up == 1) ? smallestUp.min(exact[1]) : smallestUp;
			largestDown = (up == 0) ? largestDown.max(exact[1]) : largestDown;
		}
		assertThat(smallestUp).isGreaterThanOrEqualTo(largestDown);
	}

}
