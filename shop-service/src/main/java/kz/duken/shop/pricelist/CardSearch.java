package kz.duken.shop.pricelist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import kz.duken.shop.offer.OfferSheet;
import kz.duken.shop.product.Products;
import kz.duken.shop.product.ResolvedCard;
import org.jspecify.annotations.Nullable;

/** Finds out which products lines are about; a product stands in a price list once. */
final class CardSearch {

	static final String NO_PRODUCT = "product_id must be the id of a product";

	private static final String TWICE = "The product stands in an earlier line of the file already.";

	private final OfferSheet sheet;

	private final Products products;

	private final Claims claims;

	private final ImportOrder order;

	/** What the cards of this batch are called. */
	private final Map<UUID, String> names = new HashMap<>();

	CardSearch(OfferSheet sheet, Products products, Claims claims, ImportOrder order) {
		this.sheet = sheet;
		this.products = products;
		this.claims = claims;
		this.order = order;
	}

	/**
	 * Finds the cards of lines; a line that is still open without a product is about a
	 * card that can be made.
	 */
	void find(List<Line> lines) {
		findById(lines.stream().filter((line) -> line.content().productId() != null).toList());
		findBySku(lines.stream().filter((line) -> line.content().productId() == null).toList());
		List<Line> named = lines.stream().filter((line) -> line.isOpen() && line.product() == null).toList();
		List<ResolvedCard> cards = resolve(false, named);
		for (int i = 0; i < named.size(); i++) {
			take(named.get(i), cards.get(i));
			if (this.order.dryRun() && named.get(i).isOpen() && named.get(i).product() == null) {
				claimCard(named.get(i), cards.get(i).name());
			}
		}
		lines.stream().filter(Line::isOpen).forEach(this::claim);
	}

	private void findById(List<Line> lines) {
		Set<UUID> ids = lines.stream().map((line) -> line.content().productId()).collect(Collectors.toSet());
		if (ids.isEmpty()) {
			return;
		}
		Map<UUID, Boolean> live = this.sheet.cards(ids);
		Set<UUID> strange = new HashSet<>(ids);
		strange.removeAll(live.keySet());
		if (!strange.isEmpty()) {
			this.products.names(strange).forEach((card) -> this.names.put(card.id(), card.name()));
		}
		for (Line line : lines) {
			UUID id = line.content().productId();
			if (id != null && (live.getOrDefault(id, false) || this.names.containsKey(id))) {
				line.isAbout(id);
			}
			else {
				line.refuse(NO_PRODUCT);
			}
		}
	}

	/**
	 * A sku under which the shop offers a card of just this name says which card is
	 * meant, so nobody has to be asked: most lines of most lists.
	 */
	private void findBySku(List<Line> lines) {
		Map<String, String> names = new HashMap<>();
		for (Line line : lines) {
			if (line.content().sku() != null && line.content().name() != null) {
				names.put(line.content().sku(), line.content().name());
			}
		}
		if (names.isEmpty()) {
			return;
		}
		Map<String, UUID> holders = this.sheet.holders(names);
		if (this.order.dryRun()) {
			holders.keySet().removeIf(this.claims::isReleased);
		}
		for (Line line : lines) {
			UUID holder = (line.content().sku() != null) ? holders.get(line.content().sku()) : null;
			if (holder != null) {
				line.isAbout(holder);
			}
		}
	}

	/** Makes the cards of lines that have none; the lines then have products. */
	void make(List<Line> lines) {
		List<ResolvedCard> cards = resolve(true, lines);
		for (int i = 0; i < lines.size(); i++) {
			Line line = lines.get(i);
			take(line, cards.get(i));
			if (line.product() != null) {
				claim(line);
			}
			else if (line.isOpen()) {
				line.refuse("The card could not be made; send the line again.");
			}
		}
	}

	private List<ResolvedCard> resolve(boolean create, List<Line> lines) {
		return lines.isEmpty() ? List.of() : this.products.resolve(create, lines.stream().map(Line::card).toList());
	}

	private void take(Line line, ResolvedCard card) {
		UUID product = card.productId();
		if (product != null) {
			this.names.put(product, card.name());
			line.isAbout(product);
			return;
		}
		String refusal = refusal(card);
		if (refusal != null) {
			line.refuse(refusal);
		}
	}

	private @Nullable String refusal(ResolvedCard card) {
		return switch (card.outcome()) {
			case WOULD_CREATE, FOUND, CREATED -> this.order.shopActive() ? null
					: "Only an active shop makes cards; offer a product that has one, or wait for the approval.";
			case UNKNOWN -> "No card has this name; give its product_id, or a category for a new card.";
			case UNKNOWN_CATEGORY -> "category must be the slug of a category";
			case INVALID -> (card.detail() != null) ? card.detail() : "name, brand and category must make a card";
		};
	}

	private void claim(Line line) {
		if (line.product() != null && !this.claims.product(line.product())) {
			line.refuse(TWICE);
		}
	}

	/** Where nothing is made, the next line with this name finds no product either. */
	private void claimCard(Line line, String name) {
		if (!this.claims.card(name)) {
			line.refuse(TWICE);
		}
	}

	/** What all cards that were met are called, by their ids. */
	Map<UUID, String> names() {
		return this.names;
	}

}
