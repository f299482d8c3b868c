package kz.duken.shop.reservation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import kz.duken.commons.problem.ValidationFailed;
import kz.duken.shop.offer.OfferKey;

/**
 * An order's lines, all or none.
 *
 * @param deadline first asked later, nothing is reserved any more
 */
record ReserveRequest(@NotNull Instant deadline, @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines) {

	/** Far beyond any deadline, within what the database can hold. */
	private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

	/**
	 * Throws for what each value alone does not show.
	 * @throws ValidationFailed when an offer is named twice, or the deadline is no time
	 * of ours
	 */
	void requireSense() {
		if (this.deadline.isBefore(Instant.EPOCH) || this.deadline.isAfter(LAST)) {
			throw new ValidationFailed("/deadline", "must be a time of this era");
		}
		Set<OfferKey> seen = new HashSet<>();
		for (int i = 0; i < this.lines.size(); i++) {
			if (!seen.add(this.lines.get(i).key())) {
				throw new ValidationFailed("/lines/" + i, "must name an offer that no other line names");
			}
		}
	}

	List<OfferKey> keys() {
		return this.lines.stream().map(Line::key).toList();
	}

	/**
	 * A line of an order.
	 *
	 * @param price of a piece, as the customer accepted it
	 */
	record Line(@NotNull UUID productId, @NotNull UUID shopId, @NotNull @Min(1) @Max(999) Integer quantity,
			@NotNull @Price Money price) {

		static Line of(ReservationRepository.Held held) {
			return new Line(held.getProductId(), held.getShopId(), held.getQuantity(), new Money(held.getPrice()));
		}

		OfferKey key() {
			return new OfferKey(this.productId, this.shopId);
		}

	}

}
