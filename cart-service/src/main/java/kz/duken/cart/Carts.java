package kz.duken.cart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import kz.duken.cart.product.Card;
import kz.duken.cart.shop.Offer;
import kz.duken.cart.shop.OfferKey;
import kz.duken.commons.Ids;
import kz.duken.commons.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The carts of all; each is changed by one at a time, under its row's lock. Whoever
 * changes one says for which offers the shops were asked; a {@link CartChangedMeanwhile}
 * means that others are in the cart now, and that nothing was changed.
 */
@Service
class Carts {

	private final CartRepository repository;

	Carts(CartRepository repository) {
		this.repository = repository;
	}

	/**
	 * A cart after a merge.
	 *
	 * @param leftOut the guest's lines for which there was no place
	 */
	record Merged(Cart cart, List<CartLine> leftOut) {
	}

	boolean exists(Owner owner) {
		return this.repository.existsByOwnerId(owner.id());
	}

	/** The owner's cart, if he ever put something in. */
	@Transactional(readOnly = true)
	Optional<Cart> find(Owner owner) {
		return this.repository.findByOwnerId(owner.id());
	}

	@Transactional
	Cart add(Owner owner, Offer offer, Card card, int pieces, Set<OfferKey> asked) {
		Cart cart = opened(owner);
		cart.add(offer, card, pieces);
		return shown(cart, asked);
	}

	@Transactional
	Cart change(Owner owner, UUID lineId, int pieces, Offer offer, Set<OfferKey> asked) {
		Cart cart = existing(owner);
		cart.change(lineId, pieces, offer);
		return shown(cart, asked);
	}

	@Transactional
	Cart remove(Owner owner, UUID lineId, Set<OfferKey> asked) {
		Cart cart = existing(owner);
		cart.remove(lineId);
		return shown(cart, asked);
	}

	@Transactional
	Optional<Cart> clear(Owner owner) {
		Optional<Cart> cart = locked(owner);
		cart.ifPresent(Cart::clear);
		return cart;
	}

	/**
	 * The code is in the cart until it is taken off, whether it goes on to apply or not.
	 * A cart may begin with it.
	 */
	@Transactional
	Cart attach(Owner owner, String promoCode, Set<OfferKey> asked) {
		Cart cart = opened(owner);
		cart.attach(promoCode);
		return shown(cart, asked);
	}

	@Transactional
	Optional<Cart> detachPromoCode(Owner owner, Set<OfferKey> asked) {
		Optional<Cart> cart = locked(owner);
		cart.ifPresent(Cart::detachPromoCode);
		return cart.map((some) -> shown(some, asked));
	}

	/**
	 * Puts what a guest has into the customer's cart; the guest's is gone then.
	 * @return empty when the guest has none (any more), and nothing was changed
	 */
	@Transactional
	Optional<Merged> merge(Owner customer, Owner guest, Map<OfferKey, Offer> offers, Set<OfferKey> asked) {
		if (!this.repository.existsByOwnerId(guest.id())) {
			return Optional.empty();
		}
		Cart cart = opened(customer);
		return locked(guest).map((guests) -> {
			Merged merged = new Merged(cart, cart.merge(guests, offers));
			shown(cart, asked);
			this.repository.delete(guests);
			return merged;
		});
	}

	/**
	 * Takes what was ordered out of the cart. Once per order, however often it is told.
	 */
	@Transactional
	void takeOrder(Owner customer, UUID orderId, Map<OfferKey, Integer> ordered, @Nullable String promoCode) {
		if (this.repository.rememberTaken(orderId, customer.id()) == 1) {
			locked(customer).ifPresent((cart) -> cart.take(ordered, promoCode));
		}
	}

	private Cart opened(Owner owner) {
		this.repository.open(Ids.next(), owner.id());
		return this.repository.findByOwnerId(owner.id()).orElseThrow();
	}

	/** The cart, if it can be shown as it is now. */
	private static Cart shown(Cart cart, Set<OfferKey> asked) {
		if (!asked.containsAll(cart.offers())) {
			throw new CartChangedMeanwhile();
		}
		return cart;
	}

	private Cart existing(Owner owner) {
		return locked(owner).orElseThrow(() -> new NotFound("such item in the cart"));
	}

	private Optional<Cart> locked(Owner owner) {
		return (this.repository.lock(owner.id()) == 1) ? this.repository.findByOwnerId(owner.id()) : Optional.empty();
	}

}
