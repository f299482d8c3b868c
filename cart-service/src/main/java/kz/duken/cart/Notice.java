package kz.duken.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Something that a customer should know about a line.
 *
 * @param detail one sentence for people
 */
record Notice(UUID itemId, Kind kind, String detail) {

	enum Kind {

		PRICE_CHANGED, UNAVAILABLE

	}

	static List<Notice> of(PricedLine line) {
		List<Notice> notices = new ArrayList<>();
		if (line.priceChanged()) {
			notices.add(new Notice(line.line().id(), Kind.PRICE_CHANGED,
					"It costs " + line.unitPrice() + " ₸ now, it was " + line.line().acceptedPrice() + " ₸."));
		}
		if (!line.available()) {
			notices.add(new Notice(line.line().id(), Kind.UNAVAILABLE, (line.left() > 0)
					? "Only " + line.left() + " left; take fewer." : "It is not to be had from this shop now."));
		}
		return notices;
	}

}
