package kz.duken.shop.offer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a product's card here. The row is the lock between <em>a shop offers
 * the product</em> and <em>the card is retired</em>.
 */
@Entity
class Card {

	@Id
	private UUID productId;

	/**
	 * A minute old when all is well, or older where there are many. A card that was
	 * retired unseen has none, but no offers either.
	 */
	private String name;

	@Column
	private @Nullable Instant retiredAt;

	@SuppressWarnings("NullAway.Init")
	protected Card() {
	}

	String name() {
		return this.name;
	}

}
