package kz.duken.shop.offer;

import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import kz.duken.commons.problem.ValidationFailed;
import kz.duken.shop.Text;
import org.jspecify.annotations.Nullable;

/**
 * A new offer, of a product that has a card or of one that comes with its card.
 *
 * @param product a card, for product-service to judge
 */
record AddOfferRequest(@Nullable UUID productId, @Nullable Map<String, @Nullable Object> product,
		@Nullable @Text(max = 64) String sku, @NotNull @Price Money price,
		@NotNull @Min(0) @Max(OfferLimits.MAX_STOCK) Integer stock) {

	/**
	 * Throws unless exactly one of product and card is given.
	 * @throws ValidationFailed with none or both
	 */
	void requireOneProduct() {
		if (this.productId == null && this.product == null) {
			throw new ValidationFailed("/productId", "must be given, or a product card instead");
		}
		if (this.productId != null && this.product != null) {
			throw new ValidationFailed("/product", "must be absent when productId is given");
		}
	}

}
