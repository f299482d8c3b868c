package kz.duken.shop.offer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import kz.duken.commons.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;

/** What an owner changes of an offer; at least one of both. */
record ChangeOfferRequest(@Nullable @Price Money price, @Nullable @Min(0) @Max(OfferLimits.MAX_STOCK) Integer stock) {

	/**
	 * Throws unless something is to be changed.
	 * @throws ValidationFailed when nothing is given
	 */
	void requireSomething() {
		if (this.price == null && this.stock == null) {
			throw new ValidationFailed("", "must have a price, a stock, or both");
		}
	}

}
