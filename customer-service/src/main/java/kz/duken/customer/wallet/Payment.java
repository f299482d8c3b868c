package kz.duken.customer.wallet;

import java.util.UUID;

import kz.duken.commons.money.Money;

/**
 * What an order was answered when it asked to be paid.
 *
 * @param balance of the wallet, after the payment or at the refusal
 */
record Payment(UUID customerId, Money sum, Money discount, Money total, PaymentOutcome outcome, Money balance) {

	boolean answers(PaymentRequest request) {
		return this.customerId.equals(request.customerId()) && this.sum.equals(request.sum())
				&& this.discount.equals(request.discount()) && this.total.equals(request.total());
	}

	/** Whether this much of the total and of the discount can go back, in all. */
	boolean covers(Money net, Money discount) {
		return this.outcome == PaymentOutcome.PAID && net.compareTo(this.total) <= 0
				&& discount.compareTo(this.discount) <= 0;
	}

}
