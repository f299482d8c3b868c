package kz.duken.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import kz.duken.cart.product.Card;
import kz.duken.cart.shop.Offer;
import kz.duken.cart.shop.OfferKey;
import kz.duken.commons.problem.NotFound;
import org.jspecify.annotations.Nullable;

/** What somebody means to buy: at most {@value #MAX_LINES} lines, one per offer. */
@Entity
@Table(name = "cart")
class Cart {

	static final int MAX_LINES = 100;

	@Id
	private UUID id;

	private UUID ownerId;

	private @Nullable String promoCode;

	@OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
	@JoinColumn(name = "cart_id", nullable = false, updatable = false)
	@OrderBy("id")
	private List<CartLine> lines = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Cart() {
	}

	Cart(UUID id, UUID ownerId) {
		this.id = id;
		this.ownerId = ownerId;
	}

	/**
	 * Puts pieces of an offer in, into its line if it has one.
	 * @param card what the line is called, if it is a new one
	 * @throws CartFull when there is no place for another line
	 * @throws QuantityLimit when the line would hold too many
	 * @throws OutOfStock when the line would hold more than the shop has
	 */
	void add(Offer offer, Card card, int pieces) {
		Optional<CartLine> existing = line(offer.key());
		CartLine line = existing.orElseGet(() -> new CartLine(freePlace(), offer, card));
		line.add(pieces, offer);
		if (existing.isEmpty()) {
			this.lines.add(line);
		}
	}

	private int freePlace() {
		Set<Integer> taken = this.lines.stream().map(CartLine::place).collect(Collectors.toSet());
		for (int place = 1; place <= MAX_LINES; place++) {
			if (!taken.contains(place)) {
				return place;
			}
		}
		throw new CartFull();
	}

	/**
	 * Makes a line so many pieces.
	 * @throws NotFound when there is no such line
	 * @throws OutOfStock when that is more than the shop has
	 */
	void change(UUID lineId, int pieces, Offer offer) {
		line(lineId).change(pieces, offer);
	}

	/**
	 * Takes a line out.
	 * @throws NotFound when there is no such line
	 */
	void remove(UUID lineId) {
		this.lines.remove(line(lineId));
	}

	/** Takes everything out, the promo code too. */
	void clear() {
		this.lines.clear();
		this.promoCode = null;
	}

	/**
	 * Puts another cart's lines in. Quantities add up, as many as the shops have and a
	 * line holds; a promo code comes along if there is none.
	 * @param offers as they are now; of an offer that is not among them, all pieces come
	 * @return the lines for which there was no place
	 */
	List<CartLine> merge(Cart other, Map<OfferKey, Offer> offers) {
		List<CartLine> leftOut = new ArrayList<>();
		for (CartLine theirs : other.lines) {
			Optional<CartLine> existing = line(theirs.offer());
			if (existing.isEmpty() && this.lines.size() == MAX_LINES) {
				leftOut.add(theirs);
				continue;
			}
			CartLine line = existing.orElseGet(() -> new CartLine(freePlace(), theirs));
			line.merge(theirs, offers.get(theirs.offer()));
			if (existing.isEmpty()) {
				this.lines.add(line);
			}
		}
		if (this.promoCode == null) {
			this.promoCode = other.promoCode;
		}
		return leftOut;
	}

	/**
	 * Takes out what was ordered and no more: what the customer put in meanwhile stays,
	 * what he took out himself is not missed. The code that the order has used is gone
	 * too.
	 */
	void take(Map<OfferKey, Integer> ordered, @Nullable String usedCode) {
		if (usedCode != null && usedCode.equals(this.promoCode)) {
			this.promoCode = null;
		}
		ordered.forEach((offer, pieces) -> line(offer).ifPresent((line) -> line.take(pieces)));
		this.lines.removeIf(CartLine::isEmpty);
	}

	CartLine line(UUID lineId) {
		return this.lines.stream()
			.filter((line) -> line.id().equals(lineId))
			.findFirst()
			.orElseThrow(() -> new NotFound("item " + lineId + " in the cart"));
	}

	private Optional<CartLine> line(OfferKey offer) {
		return this.lines.stream().filter((line) -> line.offer().equals(offer)).findFirst();
	}

	UUID id() {
		return this.id;
	}

	UUID ownerId() {
		return this.ownerId;
	}

	@Nullable String promoCode() {
		return this.promoCode;
	}

	void attach(String code) {
		this.promoCode = code;
	}

	void detachPromoCode() {
		this.promoCode = null;
	}

	Set<OfferKey> offers() {
		return this.lines.stream().map(CartLine::offer).collect(Collectors.toSet());
	}

	/** In the order in which they were put in. */
	List<CartLine> lines() {
		return List.copyOf(this.lines);
	}

}
