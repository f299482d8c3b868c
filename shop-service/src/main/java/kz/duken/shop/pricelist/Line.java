package kz.duken.shop.pricelist;

import java.util.Objects;
import java.util.UUID;

import kz.duken.commons.Ids;
import kz.duken.shop.offer.SheetLine;
import kz.duken.shop.product.SoughtCard;
import org.jspecify.annotations.Nullable;

/** A line that could be read, on its way to its effect. */
final class Line {

	private final int number;

	private final PriceLine content;

	/** The card's, should it be made, and the offer's. */
	private final UUID newId = Ids.next();

	private @Nullable UUID product;

	private @Nullable Effect effect;

	Line(int number, PriceLine content) {
		this.number = number;
		this.content = content;
	}

	PriceLine content() {
		return this.content;
	}

	/** {@code null} until it is known, and while the card is yet to be made. */
	@Nullable UUID product() {
		return this.product;
	}

	void isAbout(UUID productId) {
		this.product = productId;
	}

	void refuse(String detail) {
		this.effect = new Effect.Refuse(detail);
	}

	/** Anew, when the offers have changed since. */
	void settle(Effect outcome) {
		this.effect = outcome;
	}

	boolean isOpen() {
		return !(this.effect instanceof Effect.Refuse);
	}

	boolean isNoChange() {
		return this.effect instanceof Effect.Keep;
	}

	Effect effect() {
		return Objects.requireNonNull(this.effect);
	}

	SoughtCard card() {
		return new SoughtCard(this.newId, Objects.requireNonNull(this.content.name()), this.content.brand(),
				this.content.category());
	}

	SheetLine created(Effect.Create creation) {
		return new SheetLine(this.newId, Objects.requireNonNull(this.product), this.content.sku(), this.content.price(),
				creation.stock());
	}

	SheetLine changed(Effect.Change change) {
		return new SheetLine(change.offerId(), Objects.requireNonNull(this.product), change.sku(), this.content.price(),
				change.stock());
	}

	ImportReport.Failure failure(Effect.Refuse refusal) {
		return new ImportReport.Failure(this.number, this.content.sku(), refusal.detail());
	}

}
