package kz.duken.order.wallet;

import java.util.Objects;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of a payment, the same however often it is asked.
 *
 * @param balance of the wallet, after it or when it was refused; always there with
 * {@code INSUFFICIENT_FUNDS}
 */
public record Payment(Outcome outcome, @Nullable Money balance) {

	public Payment {
		Objects.requireNonNull(outcome);
		if (outcome == Outcome.INSUFFICIENT_FUNDS) {
			Objects.requireNonNull(balance);
		}
	}

	/** The ends that a payment can have. */
	public enum Outcome {

		/** The store has the money. */
		PAID,

		/** Nothing was taken: the balance is less than the total. */
		INSUFFICIENT_FUNDS,

		/** Nothing was taken: the deadline was over. */
		EXPIRED

	}

}
