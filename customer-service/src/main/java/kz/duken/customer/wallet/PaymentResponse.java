package kz.duken.customer.wallet;

import kz.duken.commons.money.Money;

record PaymentResponse(PaymentOutcome outcome, Money balance) {

	static PaymentResponse of(Payment payment) {
		return new PaymentResponse(payment.outcome(), payment.balance());
	}

}
