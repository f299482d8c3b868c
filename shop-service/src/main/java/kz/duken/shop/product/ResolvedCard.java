package kz.duken.shop.product;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a card by its name.
 *
 * @param productId {@code null} when there is no such card (yet)
 * @param name the card's; of one that would be made the form in which names are compared;
 * else the one asked for
 * @param detail for people: why there is none
 */
public record ResolvedCard(@Nullable UUID productId, String name, Outcome outcome, @Nullable String detail) {

	public ResolvedCard {
		Objects.requireNonNull(name);
		if (outcome == Outcome.FOUND || outcome == Outcome.CREATED) {
			Objects.requireNonNull(productId);
		}
	}

	/** How it went; what is not listed here is an answer that nobody understands. */
	public enum Outcome {

		FOUND, CREATED,

		/** There is none, but it would be made. */
		WOULD_CREATE,

		/** There is none, and without a category none can be made. */
		UNKNOWN,

		UNKNOWN_CATEGORY,

		/** Name, brand and category make no card. */
		INVALID

	}

}
