package kz.duken.customer.wallet;

import jakarta.persistence.Embeddable;
import kz.duken.commons.money.Money;

/**
 * What goes back: the net to the customer, the discount to the store.
 */
@Embeddable
record Refund(Money net, Money discount) {

	Money gross() {
		return this.net.plus(this.discount);
	}

	Refund plus(Refund other) {
		return new Refund(this.net.plus(other.net), this.discount.plus(other.discount));
	}

}
