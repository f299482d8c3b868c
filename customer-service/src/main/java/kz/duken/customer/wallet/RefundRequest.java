package kz.duken.customer.wallet;

import jakarta.validation.constraints.NotNull;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import kz.duken.commons.problem.ValidationFailed;

/**
 * What an order asks to be given back for a shop's part of it.
 *
 * @param gross what it cost before the discount: {@code net + discount}
 * @param net what the customer gets back
 * @param discount what the store gets back
 */
record RefundRequest(@NotNull @Price(max = PaymentRequest.MAX) Money gross,
		@NotNull @Price(min = "0", max = PaymentRequest.MAX) Money net,
		@NotNull @Price(min = "0", max = PaymentRequest.MAX) Money discount) {

	/**
	 * What is to go back.
	 * @throws ValidationFailed when the amounts do not add up
	 */
	Refund refund() {
		if (!this.gross.minus(this.discount).equals(this.net)) {
			throw new ValidationFailed("/gross", "must be net + discount");
		}
		return new Refund(this.net, this.discount);
	}

}
