package kz.duken.customer.wallet;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import kz.duken.commons.problem.ValidationFailed;

/**
 * What an order asks to be paid.
 *
 * @param sum what its lines cost, positive
 * @param discount what the store adds
 * @param total what the customer gives: {@code sum - discount}
 * @param deadline until when it may first be asked, by this service's database's clock
 */
record PaymentRequest(@NotNull UUID customerId, @NotNull @Price(max = MAX) Money sum,
		@NotNull @Price(min = "0", max = MAX) Money discount, @NotNull @Price(min = "0", max = MAX) Money total,
		@NotNull Instant deadline) {

	/** Of the size of 100 lines of 999 pieces at the highest price. */
	static final String MAX = "10000000000000";

	private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

	/**
	 * Checks what no single field can tell.
	 * @throws ValidationFailed when the amounts do not add up, or no database knows the
	 * deadline
	 */
	void mustMakeSense() {
		if (!this.sum.minus(this.discount).equals(this.total)) {
			throw new ValidationFailed("/total", "must be sum - discount");
		}
		if (this.deadline.isBefore(Instant.EPOCH) || this.deadline.isAfter(END_OF_TIME)) {
			throw new ValidationFailed("/deadline", "must be a time of this age");
		}
	}

}
