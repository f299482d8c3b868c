package kz.duken.cart;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import kz.duken.cart.product.Card;
import kz.duken.cart.product.Products;
import kz.duken.cart.shop.Offer;
import kz.duken.cart.shop.OfferKey;
import kz.duken.cart.shop.Shops;
import kz.duken.commons.problem.NotFound;
import kz.duken.commons.problem.Unavailable;
import kz.duken.commons.problem.ValidationFailed;

import org.springframework.stereotype.Service;

/**
 * What customers do with their carts. Each answer shows current prices, and the shops are
 * asked for them before anything is changed: {@link Unavailable} means that nothing was,
 * so that repeating adds nothing twice.
 */
@Service
class Shopping {

	private final Carts carts;

	private final Shops shops;

	private final Products products;

	Shopping(Carts carts, Shops shops, Products products) {
		this.carts = carts;
		this.shops = shops;
		this.products = products;
	}

	PricedCart cart(UUID customerId) {
		Optional<Cart> cart = this.carts.find(customerId);
		return PricedCart.of(cart, this.shops.offers(offersIn(cart)));
	}

	/**
	 * Puts something in. The same again adds up.
	 * @throws ValidationFailed when there is no such product or offer
	 * @throws OutOfStock when the shop has less, or no shop has any; a shop that has
	 * ended its offer has none
	 * @throws QuantityLimit when the line would hold too many
	 * @throws CartFull when there is no place for another line
	 */
	PricedCart add(UUID customerId, AddItemRequest item) {
		Card card = this.products.card(item.productId())
			.orElseThrow(() -> new ValidationFailed("/productId", "must be the id of a product"));
		OfferKey wanted = (item.shopId() != null) ? new OfferKey(item.productId(), item.shopId())
				: this.shops.bestOffer(item.productId()).map(Offer::key).orElseThrow(() -> new OutOfStock(0));
		Set<OfferKey> asked = new HashSet<>(offersIn(this.carts.find(customerId)));
		if (asked.add(wanted) && asked.size() > Cart.MAX_LINES) {
			throw new CartFull();
		}
		Map<OfferKey, Offer> offers = this.shops.offers(asked);
		Offer offer = offers.get(wanted);
		if (offer == null) {
			throw new ValidationFailed("/shopId", "must be the id of a shop that offers the product");
		}
		return priced(this.carts.add(customerId, offer, card, item.quantity()), offers);
	}

	/**
	 * Makes a line so many pieces, at the current price. Safe to repeat.
	 * @throws NotFound when the customer has no such line
	 * @throws OutOfStock when the shop has less
	 */
	PricedCart change(UUID customerId, UUID lineId, int pieces) {
		Cart cart = existing(customerId);
		OfferKey wanted = cart.line(lineId).offer();
		Map<OfferKey, Offer> offers = this.shops.offers(cart.offers());
		Offer offer = offers.get(wanted);
		if (offer == null) {
			throw new OutOfStock(0);
		}
		return priced(this.carts.change(customerId, lineId, pieces, offer), offers);
	}

	/**
	 * Takes a line out.
	 * @throws NotFound when the customer has no such line (any more)
	 */
	PricedCart remove(UUID customerId, UUID lineId) {
		Cart cart = existing(customerId);
		Set<OfferKey> others = new HashSet<>(cart.offers());
		others.remove(cart.line(lineId).offer());
		Map<OfferKey, Offer> offers = this.shops.offers(others);
		return priced(this.carts.remove(customerId, lineId), offers);
	}

	/** Takes everything out, for which no shop need be asked. Safe to repeat. */
	PricedCart clear(UUID customerId) {
		return PricedCart.of(this.carts.clear(customerId), Map.of());
	}

	private Cart existing(UUID customerId) {
		return this.carts.find(customerId).orElseThrow(() -> new NotFound("such item in the cart"));
	}

	private static Set<OfferKey> offersIn(Optional<Cart> cart) {
		return cart.map(Cart::offers).orElse(Set.of());
	}

	/** Only what another request put in meanwhile has still to be asked for. */
	private PricedCart priced(Cart cart, Map<OfferKey, Offer> known) {
		Set<OfferKey> unknown = new HashSet<>(cart.offers());
		unknown.removeAll(known.keySet());
		Map<OfferKey, Offer> offers = new HashMap<>(known);
		offers.putAll(this.shops.offers(unknown));
		return PricedCart.of(cart, offers);
	}

}
