package kz.duken.shop.product;

import java.util.Objects;
import java.util.UUID;

/** As much of a product's card as a shop needs. */
public record Card(UUID id, String name) {

	public Card {
		Objects.requireNonNull(id);
		Objects.requireNonNull(name);
	}

}
