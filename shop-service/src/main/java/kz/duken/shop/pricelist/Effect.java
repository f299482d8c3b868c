package kz.duken.shop.pricelist;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What a line would do to the shop's offers. */
sealed interface Effect {

	/** A new offer, or a deleted one that comes back. */
	record Create(int stock) implements Effect {
	}

	/**
	 * Another price, stock or sku.
	 *
	 * @param sku what it is from then on
	 */
	record Change(UUID offerId, @Nullable String sku, boolean skuChanges, int stock) implements Effect {
	}

	/** It is so already. */
	record Keep() implements Effect {
	}

	/**
	 * It cannot be taken.
	 *
	 * @param detail for people
	 */
	record Refuse(String detail) implements Effect {
	}

}
