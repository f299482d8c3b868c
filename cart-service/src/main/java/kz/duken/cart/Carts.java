package kz.duken.cart;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import kz.duken.cart.product.Card;
import kz.duken.cart.shop.Offer;
import kz.duken.cart.shop.OfferKey;
import kz.duken.commons.Ids;
import kz.duken.commons.problem.NotFound;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The carts of all customers; each is changed by one at a time, under its row's lock. */
@Service
class Carts {

	private final CartRepository repository;

	Carts(CartRepository repository) {
		this.repository = repository;
	}

	/** The customer's cart, if he ever put something in. */
	@Transactional(readOnly = true)
	Optional<Cart> find(UUID customerId) {
		return this.repository.findByCustomerId(customerId);
	}

	@Transactional
	Cart add(UUID customerId, Offer offer, Card card, int pieces) {
		this.repository.open(Ids.next(), customerId);
		Cart cart = this.repository.lockByCustomerId(customerId).orElseThrow();
		cart.add(offer, card, pieces);
		return cart;
	}

	@Transactional
	Cart change(UUID customerId, UUID lineId, int pieces, Offer offer) {
		Cart cart = locked(customerId);
		cart.change(lineId, pieces, offer);
		return cart;
	}

	@Transactional
	Cart remove(UUID customerId, UUID lineId) {
		Cart cart = locked(customerId);
		cart.remove(lineId);
		return cart;
	}

	private Cart locked(UUID customerId) {
		return this.repository.lockByCustomerId(customerId).orElseThrow(() -> new NotFound("such item in the cart"));
	}

	@Transactional
	Optional<Cart> clear(UUID customerId) {
		Optional<Cart> cart = this.repository.lockByCustomerId(customerId);
		cart.ifPresent(Cart::clear);
		return cart;
	}

	/**
	 * Takes what was ordered out of the cart. Once per order, however often it is told.
	 */
	@Transactional
	void takeOrder(UUID customerId, UUID orderId, Map<OfferKey, Integer> ordered) {
		if (this.repository.rememberTaken(orderId, customerId) == 1) {
			this.repository.lockByCustomerId(customerId).ifPresent((cart) -> cart.take(ordered));
		}
	}

}
