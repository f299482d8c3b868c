package kz.duken.shop.pricelist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Validator;
import kz.duken.shop.offer.OfferSheet;
import kz.duken.shop.offer.SheetLine;
import kz.duken.shop.product.Products;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One price list on its way into a shop, a batch at a time. Cards are found, and made,
 * between transactions; each batch is then one transaction, in which each line is taken
 * whole or not at all. Without a transaction the same is decided and nothing done.
 */
final class PriceListImport {

	/** Owners and orders may be at the same offers; then it is looked at anew. */
	private static final int TRIES = 5;

	private final OfferSheet sheet;

	private final TransactionTemplate transaction;

	private final Products products;

	private final Validator validator;

	private final ImportOrder order;

	private final Tally tally;

	private final Claims claims;

	private final Deadline deadline;

	PriceListImport(OfferSheet sheet, TransactionTemplate transaction, Products products, Validator validator,
			ImportOrder order, Claims claims, Deadline deadline, Tally tally) {
		this.sheet = sheet;
		this.transaction = transaction;
		this.products = products;
		this.validator = validator;
		this.order = order;
		this.claims = claims;
		this.deadline = deadline;
		this.tally = tally;
	}

	/**
	 * Takes the next lines.
	 * @param batch at most {@link Products#BATCH}
	 * @throws ImportTookTooLong when time is over before they are done; none of them is
	 */
	void take(List<ListedOffer> batch) {
		List<ImportReport.Failure> unreadable = new ArrayList<>();
		List<Line> lines = new ArrayList<>();
		for (ListedOffer listed : batch) {
			try {
				lines.add(line(listed));
			}
			catch (LineRefused ex) {
				unreadable.add(new ImportReport.Failure(listed.line(), listed.sku(), ex.detail()));
			}
		}
		var cards = new CardSearch(this.sheet, this.products, this.claims, this.order);
		this.deadline.check();
		cards.find(open(lines));
		Shelf shelf = decide(open(lines), false);
		if (this.order.dryRun()) {
			shelf.released().forEach(this.claims::release);
		}
		else {
			this.deadline.check();
			cards.make(open(lines).stream().filter((line) -> line.product() == null).toList());
			write(open(lines).stream().filter((line) -> !line.isNoChange()).toList(), cards.names());
		}
		this.tally.count(lines, unreadable);
		this.claims.keep();
	}

	/**
	 * Passes over lines that an earlier request has done; it has claimed their products.
	 * @return how many they are
	 * @throws ImportTookTooLong when time is over before
	 */
	int passOver(List<ListedOffer> batch) {
		this.deadline.check();
		batch.stream().map(ListedOffer::sku).filter(Objects::nonNull).forEach(this.claims::sku);
		return batch.size();
	}

	private Line line(ListedOffer listed) {
		boolean first = listed.sku() == null || this.claims.sku(listed.sku());
		PriceLine content = PriceLine.of(listed, this.validator);
		if (!first) {
			throw new LineRefused("The sku stands in an earlier line of the file already.");
		}
		return new Line(listed.line(), content);
	}

	private static List<Line> open(List<Line> lines) {
		return lines.stream().filter(Line::isOpen).toList();
	}

	private Shelf decide(List<Line> lines, boolean lock) {
		List<UUID> ids = lines.stream().map(Line::product).filter(Objects::nonNull).toList();
		List<String> skus = lines.stream().map((line) -> line.content().sku()).filter(Objects::nonNull).toList();
		Map<String, UUID> holders = this.sheet.holders(skus);
		if (this.order.dryRun()) {
			holders.keySet().removeIf(this.claims::isReleased);
		}
		Shelf shelf = new Shelf(this.sheet.offers(ids, lock), holders, this.order.force());
		lines.forEach((line) -> line.settle(shelf.effect(line.product(), line.content())));
		return shelf;
	}

	private void write(List<Line> lines, Map<UUID, String> cards) {
		if (lines.isEmpty()) {
			return;
		}
		for (int tried = 1;; tried++) {
			this.deadline.check();
			try {
				this.transaction.executeWithoutResult((status) -> writeOnce(lines, cards));
				return;
			}
			catch (TransientDataAccessException | DuplicateKeyException ex) {
				if (tried == TRIES) {
					throw new TransientDataAccessResourceException("The shop's offers change all the time", ex);
				}
			}
		}
	}

	private void writeOnce(List<Line> lines, Map<UUID, String> cards) {
		this.sheet.takeTime();
		this.sheet.remember(cards);
		Set<UUID> live = this.sheet.holdLive(lines.stream().map(Line::product).filter(Objects::nonNull).toList());
		lines.stream()
			.filter((line) -> !live.contains(line.product()))
			.forEach((line) -> line.refuse(CardSearch.NO_PRODUCT));
		Shelf shelf = decide(lines.stream().filter((line) -> live.contains(line.product())).toList(), true);
		List<SheetLine> changes = new ArrayList<>();
		List<SheetLine> additions = new ArrayList<>();
		List<UUID> otherSkus = new ArrayList<>();
		for (Line line : lines) {
			if (line.effect() instanceof Effect.Change change) {
				changes.add(line.changed(change));
				if (change.skuChanges()) {
					otherSkus.add(change.offerId());
				}
			}
			else if (line.effect() instanceof Effect.Create creation) {
				additions.add(line.created(creation));
			}
		}
		if (shelf.skusPassOn()) {
			this.sheet.freeSkus(otherSkus);
		}
		this.sheet.change(changes);
		this.sheet.add(additions);
	}

}
