package kz.duken.shop.pricelist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.shop.offer.SheetOffer;
import org.jspecify.annotations.Nullable;

/**
 * The shop's offers that a few lines are about, and the rules for what these do to them.
 * Lines are to come in the order of the file: each finds the skus as those before it have
 * left them.
 */
final class Shelf {

	private final Map<UUID, SheetOffer> offers = new HashMap<>();

	private final Map<String, UUID> holders;

	private final Set<String> released = new HashSet<>();

	private final boolean force;

	private boolean skusPassOn;

	/**
	 * Takes what is there.
	 * @param holders which product has each sku that lines name
	 * @param force whether prices may change as they like
	 */
	Shelf(List<SheetOffer> offers, Map<String, UUID> holders, boolean force) {
		offers.forEach((offer) -> this.offers.put(offer.productId(), offer));
		this.holders = new HashMap<>(holders);
		this.force = force;
	}

	/**
	 * What a line does.
	 * @param product {@code null} when its card is yet to be made
	 */
	Effect effect(@Nullable UUID product, PriceLine line) {
		UUID holder = (line.sku() != null) ? this.holders.get(line.sku()) : null;
		if (holder != null && !holder.equals(product)) {
			return new Effect.Refuse("Another offer of the shop has this sku; give a different one or none.");
		}
		SheetOffer offer = (product != null) ? this.offers.get(product) : null;
		if (offer == null || !offer.live()) {
			this.skusPassOn |= this.released.contains(line.sku());
			return new Effect.Create((offer != null) ? left(line, offer) : line.stock());
		}
		if (!this.force && isSlip(offer.price(), line.price())) {
			return new Effect.Refuse("The price would go from " + offer.price() + " to " + line.price()
					+ ", by more than half; send it with force=true if that is meant.");
		}
		return change(offer, line);
	}

	private Effect change(SheetOffer offer, PriceLine line) {
		String sku = (line.sku() != null) ? line.sku() : offer.sku();
		boolean skuChanges = !Objects.equals(sku, offer.sku());
		int stock = left(line, offer);
		if (!skuChanges && stock == offer.stock() && line.price().equals(offer.price())) {
			return new Effect.Keep();
		}
		if (skuChanges) {
			this.skusPassOn |= this.released.contains(sku);
			if (offer.sku() != null) {
				this.holders.remove(offer.sku());
				this.released.add(offer.sku());
			}
		}
		return new Effect.Change(offer.id(), sku, skuChanges, stock);
	}

	/**
	 * A list says what there was when it was first sent, as far as the shop knew. What
	 * orders have taken since, or were about to take, is not there again because the list
	 * comes again, or comes late to a line.
	 */
	private static int left(PriceLine line, SheetOffer offer) {
		return Math.max(line.stock() + offer.ordered(), 0);
	}

	/** More than half of it, up or down. */
	private static boolean isSlip(Money was, Money now) {
		return 2 * Math.abs(now.tiyn() - was.tiyn()) > was.tiyn();
	}

	/** The skus that lines have given up. */
	Set<String> released() {
		return this.released;
	}

	/** Whether one of those has found another offer. */
	boolean skusPassOn() {
		return this.skusPassOn;
	}

}
