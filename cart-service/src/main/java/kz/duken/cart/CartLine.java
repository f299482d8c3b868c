package kz.duken.cart;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import kz.duken.cart.product.Card;
import kz.duken.cart.shop.Offer;
import kz.duken.cart.shop.OfferKey;
import kz.duken.commons.Ids;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Some pieces of one offer in a cart. Name and image are those of the moment of adding.
 */
@Entity
@Table(name = "cart_line")
class CartLine {

	static final int MAX_QUANTITY = 999;

	@Id
	private UUID id;

	private int place;

	private UUID productId;

	private UUID shopId;

	private String name;

	private @Nullable String image;

	private Money acceptedPrice;

	private int quantity;

	private boolean reduced;

	@SuppressWarnings("NullAway.Init")
	protected CartLine() {
	}

	CartLine(int place, Offer offer, Card card) {
		this.id = Ids.next();
		this.place = place;
		this.productId = offer.productId();
		this.shopId = offer.shopId();
		this.name = card.name();
		this.image = card.image();
		this.acceptedPrice = offer.price();
	}

	/** An empty one, to be merged with its original. */
	CartLine(int place, CartLine original) {
		this.id = Ids.next();
		this.place = place;
		this.productId = original.productId;
		this.shopId = original.shopId;
		this.name = original.name;
		this.image = original.image;
		this.acceptedPrice = original.acceptedPrice;
	}

	/**
	 * Puts another cart's pieces in: as many as the shop has and a line holds, but one at
	 * the least, so that a line that cannot be bought is still seen. The accepted price
	 * stays, for nobody has seen another.
	 * @param offer {@code null} when it is not known
	 */
	void merge(CartLine other, @Nullable Offer offer) {
		int wanted = this.quantity + other.quantity;
		int most = (offer != null) ? Math.clamp(offer.available(), 1, MAX_QUANTITY) : MAX_QUANTITY;
		this.quantity = Math.min(wanted, most);
		this.reduced = this.reduced || other.reduced || this.quantity < wanted;
	}

	/**
	 * Puts more pieces in, at the offer's price.
	 * @throws QuantityLimit when that makes more than {@value #MAX_QUANTITY}
	 * @throws OutOfStock when that makes more than the shop has
	 */
	void add(int pieces, Offer offer) {
		if (pieces > MAX_QUANTITY - this.quantity) {
			throw new QuantityLimit(this.quantity);
		}
		change(this.quantity + pieces, offer);
	}

	/**
	 * Makes it so many pieces, at the offer's price.
	 * @throws OutOfStock when that is more than the shop has
	 */
	void change(int pieces, Offer offer) {
		if (pieces > offer.available()) {
			throw new OutOfStock(offer.available());
		}
		this.quantity = pieces;
		this.reduced = false;
		this.acceptedPrice = offer.price();
	}

	/** Takes pieces out, at most all of them. */
	void take(int pieces) {
		this.quantity = Math.max(0, this.quantity - pieces);
		this.reduced = false;
	}

	boolean isEmpty() {
		return this.quantity == 0;
	}

	UUID id() {
		return this.id;
	}

	int place() {
		return this.place;
	}

	OfferKey offer() {
		return new OfferKey(this.productId, this.shopId);
	}

	String name() {
		return this.name;
	}

	@Nullable String image() {
		return this.image;
	}

	Money acceptedPrice() {
		return this.acceptedPrice;
	}

	int quantity() {
		return this.quantity;
	}

	/** Whether a merge has put in fewer than there were, and nobody changed it since. */
	boolean isReduced() {
		return this.reduced;
	}

}
