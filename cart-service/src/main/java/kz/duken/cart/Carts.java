package kz.duken.cart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import kz.duken.cart.product.Card;
import kz.duken.cart.shop.Offer;
import kz.duken.cart.shop.OfferKey;
import kz.duken.commons.Ids;
import kz.duken.commons.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The carts of all; each is changed by one at a time, under its row's lock. */
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
	Cart add(Owner owner, Offer offer, Card card, int pieces) {
		Cart cart = opened(owner);
		cart.add(offer, card, pieces);
		return cart;
	}

	@Transactional
	Cart change(Owner owner, UUID lineId, int pieces, Offer offer) {
		Cart cart = existing(owner);
		cart.change(lineId, pieces, offer);
		return cart;
	}

	@Transactional
	Cart remove(Owner owner, UUID lineId) {
		Cart cart = existing(owner);
		cart.remove(lineId);
		return cart;
	}

	@Transactional
	Optional<Cart> clear(Owner owner) {
		Optional<Cart> cart = locked(owner);
		cart.ifPresent(Cart::clear);
		return cart;
	}

	/**
	 * The code is in the cart until it is taken off, whether it goes on to apply or not.
	 */
	@Transactional
	Cart attach(Owner owner, String promoCode) {
		Cart cart = opened(owner);
		cart.attach(promoCode);
		return cart;
	}

	@Transactional
	Optional<Cart> detachPromoCode(Owner owner) {
		Optional<Cart> cart = locked(owner);
		cart.ifPresent(Cart::detachPromoCode);
		return cart;
	}

	/**
	 * Puts what a guest has into the customer's cart; the guest's is gone then.
	 * @return empty when the guest has none (any more), and nothing was changed
	 */
	@Transactional
	Optional<Merged> merge(Owner customer, Owner guest, Map<OfferKey, Offer> offers) {
		if (!this.repository.existsByOwnerId(guest.id())) {
			return Optional.empty();
		}
		Cart cart = opened(customer);
		return locked(guest).map((guests) -> {
			Merged merged = new Merged(cart, cart.merge(guests, offers));
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
		return locked(owner).orElseThrow();
	}

	private Cart existing(Owner owner) {
		return locked(owner).orElseThrow(() -> new NotFound("such item in the cart"));
	}

	private Optional<Cart> locked(Owner owner) {
		return (this.repository.lock(owner.id()) == 1) ? this.repository.findByOwnerId(owner.id()) : Optional.empty();
	}

}
