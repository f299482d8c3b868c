package kz.duken.order.shop;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of a reservation, the same however often it is asked.
 *
 * @param lines those that were refused
 */
public record Reservation(Outcome outcome, List<RefusedLine> lines) {

	public Reservation {
		Objects.requireNonNull(outcome);
		lines = (lines != null) ? List.copyOf(lines) : List.of();
	}

	/** The ends that a reservation can have. */
	public enum Outcome {

		/** All goods are set aside. */
		RESERVED,

		/** Nothing is: of these lines there is too little, or they are not sold. */
		OUT_OF_STOCK,

		/** Nothing is: these lines have another price now. */
		PRICE_CHANGED,

		/** Nothing is: the deadline was over. */
		EXPIRED,

		/** Nothing is: the release came first. */
		RELEASED

	}

	/**
	 * A line that was refused.
	 *
	 * @param price the current one; {@code null} when there is none
	 * @param available pieces left
	 */
	public record RefusedLine(UUID productId, UUID shopId, @Nullable Money price, int available) {
	}

}
