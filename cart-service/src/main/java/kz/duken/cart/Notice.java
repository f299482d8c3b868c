package kz.duken.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Something that a customer should know about a line.
 *
 * @param detail one sentence for people
 */
record Notice(UUID itemId, Kind kind, String detail) {

	enum Kind {

		/** It costs something else than when it was put in or changed. */
		PRICE_CHANGED,

		/** The shop has not so many of it, or none. */
		UNAVAILABLE,

		/** A merge has taken fewer than there were. */
		REDUCED

	}

	static List<Notice> of(PricedCart cart) {
		return Stream
			.concat(cart.lines().stream().flatMap((line) -> of(line).stream()),
					cart.leftOut().stream().map(Notice::leftOut))
			.toList();
	}

	private static Notice leftOut(CartLine line) {
		return new Notice(line.id(), Kind.REDUCED,
				line.name() + " found no place: a cart has " + Cart.MAX_LINES + " lines at most.");
	}

	private static List<Notice> of(PricedLine line) {
		List<Notice> notices = new ArrayList<>();
		if (line.priceChanged()) {
			notices.add(new Notice(line.line().id(), Kind.PRICE_CHANGED,
					"It costs " + line.unitPrice() + " ₸ now, it was " + line.line().acceptedPrice() + " ₸."));
		}
		if (!line.available()) {
			notices.add(new Notice(line.line().id(), Kind.UNAVAILABLE, (line.left() > 0)
					? "Only " + line.left() + " left; take fewer." : "It is not to be had from this shop now."));
		}
		if (line.line().isReduced()) {
			notices.add(new Notice(line.line().id(), Kind.REDUCED,
					"There are not as many as your two carts had; this one has " + line.line().quantity() + " now."));
		}
		return notices;
	}

}
