package kz.duken.order.cart;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What became of a promo code, the same however often it is asked.
 *
 * @param reason why it does not apply; {@code null} unless it does not
 */
public record Redemption(Outcome outcome, @Nullable String reason) {

	public Redemption {
		Objects.requireNonNull(outcome);
	}

	/** The ends that a redemption can have. */
	public enum Outcome {

		/** One use of the code is this order's. */
		REDEEMED,

		/** No use was taken: the code does not apply (any more). */
		NOT_APPLICABLE,

		/** No use was taken: the deadline was over. */
		EXPIRED,

		/** No use was taken: the release came first. */
		RELEASED

	}

}
