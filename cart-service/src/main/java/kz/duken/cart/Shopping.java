package kz.duken.cart;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import kz.duken.cart.product.Card;
import kz.duken.cart.product.Products;
import kz.duken.cart.promo.PromoCodeNotApplicable;
import kz.duken.cart.promo.PromoCodeUnknown;
import kz.duken.cart.promo.PromoCodes;
import kz.duken.cart.shop.Offer;
import kz.duken.cart.shop.OfferKey;
import kz.duken.cart.shop.Shops;
import kz.duken.commons.money.Money;
import kz.duken.commons.problem.NotFound;
import kz.duken.commons.problem.Unavailable;
import kz.duken.commons.problem.ValidationFailed;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What people do with their carts. Each answer shows current prices and the discount; for
 * prices the shops are asked before anything is changed: {@link Unavailable} means that
 * nothing was, so that repeating adds nothing twice.
 */
@Service
class Shopping {

	private static final int ATTEMPTS = 10;

	private final Carts carts;

	private final Shops shops;

	private final Products products;

	private final PromoCodes promoCodes;

	private final TransactionOperations transaction;

	Shopping(Carts carts, Shops shops, Products products, PromoCodes promoCodes, TransactionOperations transaction) {
		this.carts = carts;
		this.shops = shops;
		this.products = products;
		this.promoCodes = promoCodes;
		this.transaction = transaction;
	}

	PricedCart cart(Owner owner) {
		return this.carts.find(owner)
			.map((cart) -> lessDiscount(PricedCart.of(cart, this.shops.offers(cart.offers()))))
			.orElse(PricedCart.NOTHING);
	}

	/**
	 * Puts something in. The same again adds up.
	 * @throws ValidationFailed when there is no such product or offer, as far as
	 * customers can see: a shop that is not active offers nothing
	 * @throws OutOfStock when the shop has less, or no shop has any; a shop that has
	 * ended its offer has none
	 * @throws QuantityLimit when the line would hold too many
	 * @throws CartFull when there is no place for another line
	 */
	PricedCart add(Owner owner, AddItemRequest item) {
		Card card = this.products.card(item.productId())
			.orElseThrow(() -> new ValidationFailed("/productId", "must be the id of a product"));
		OfferKey wanted = (item.shopId() != null) ? new OfferKey(item.productId(), item.shopId())
				: this.shops.bestOffer(item.productId()).map(Offer::key).orElseThrow(() -> new OutOfStock(0));
		return insist(() -> {
			Set<OfferKey> asked = new HashSet<>(offersIn(this.carts.find(owner)));
			if (asked.add(wanted) && asked.size() > Cart.MAX_LINES) {
				throw new CartFull();
			}
			Map<OfferKey, Offer> offers = this.shops.offers(asked);
			Offer offer = offers.get(wanted);
			if (offer == null || !offer.visible()) {
				throw noOffer(item);
			}
			return changed(() -> this.carts.add(owner, offer, card, item.quantity(), asked), offers);
		});
	}

	/** The best offer may be gone the moment after it was found. */
	private static RuntimeException noOffer(AddItemRequest item) {
		return (item.shopId() == null) ? new OutOfStock(0)
				: new ValidationFailed("/shopId", "must be the id of a shop that offers the product");
	}

	/**
	 * Makes a line so many pieces, at the current price. Safe to repeat.
	 * @throws NotFound when the cart has no such line
	 * @throws OutOfStock when the shop has less
	 */
	PricedCart change(Owner owner, UUID lineId, int pieces) {
		return insist(() -> {
			Cart cart = existing(owner);
			OfferKey wanted = cart.line(lineId).offer();
			Map<OfferKey, Offer> offers = this.shops.offers(cart.offers());
			Offer offer = offers.get(wanted);
			if (offer == null) {
				throw new OutOfStock(0);
			}
			return changed(() -> this.carts.change(owner, lineId, pieces, offer, cart.offers()), offers);
		});
	}

	/**
	 * Takes a line out.
	 * @throws NotFound when the cart has no such line (any more)
	 */
	PricedCart remove(Owner owner, UUID lineId) {
		return insist(() -> {
			Cart cart = existing(owner);
			Set<OfferKey> others = new HashSet<>(cart.offers());
			others.remove(cart.line(lineId).offer());
			Map<OfferKey, Offer> offers = this.shops.offers(others);
			return changed(() -> this.carts.remove(owner, lineId, others), offers);
		});
	}

	/** Takes everything out, for which no shop need be asked. Safe to repeat. */
	PricedCart clear(Owner owner) {
		return this.carts.clear(owner).map((cart) -> PricedCart.of(cart, Map.of())).orElse(PricedCart.NOTHING);
	}

	/**
	 * Puts a guest's cart into the customer's. Safe to repeat: the guest's is gone then.
	 */
	PricedCart merge(Owner customer, Owner guest) {
		return insist(() -> {
			Set<OfferKey> asked = new HashSet<>(offersIn(this.carts.find(customer)));
			Map<OfferKey, Offer> offers = new HashMap<>(this.shops.offers(asked));
			Set<OfferKey> guests = new HashSet<>(offersIn(this.carts.find(guest)));
			guests.removeAll(asked);
			offers.putAll(this.shops.offers(guests));
			asked.addAll(guests);
			return this.transaction
				.execute((status) -> this.carts.merge(customer, guest, offers, asked)
					.map((merged) -> priced(merged.cart(), offers).without(merged.leftOut())))
				.orElseGet(() -> cart(customer));
		});
	}

	/**
	 * Attaches a promo code, in the place of another. Safe to repeat.
	 * @throws PromoCodeUnknown when there is no such code
	 * @throws PromoCodeNotApplicable when it does not apply to the cart now
	 */
	PricedCart attach(Owner owner, String promoCode) {
		return insist(() -> {
			Optional<Cart> cart = this.carts.find(owner);
			Map<OfferKey, Offer> offers = this.shops.offers(offersIn(cart));
			Money sum = cart.map((some) -> PricedCart.of(some, offers).sum()).orElse(Money.ZERO);
			String code = this.promoCodes.check(promoCode, sum, owner.isGuest() ? null : owner.id());
			return changed(() -> this.carts.attach(owner, code, offersIn(cart)), offers);
		});
	}

	/** Takes the promo code off, if there is one. */
	PricedCart detachPromoCode(Owner owner) {
		return insist(() -> {
			Set<OfferKey> asked = offersIn(this.carts.find(owner));
			Map<OfferKey, Offer> offers = this.shops.offers(asked);
			return this.carts.detachPromoCode(owner, asked)
				.map((cart) -> PricedCart.of(cart, offers))
				.orElse(PricedCart.NOTHING);
		});
	}

	/**
	 * Begins again when another request was faster: the shops must be asked before
	 * anything is changed. Of those who hinder one another, one gets through each time.
	 */
	private static PricedCart insist(Supplier<PricedCart> attempt) {
		for (int i = 1;; i++) {
			try {
				return attempt.get();
			}
			catch (CartChangedMeanwhile ex) {
				if (i == ATTEMPTS) {
					throw new Unavailable("The cart", ex);
				}
			}
		}
	}

	private Cart existing(Owner owner) {
		return this.carts.find(owner).orElseThrow(() -> new NotFound("such item in the cart"));
	}

	private static Set<OfferKey> offersIn(Optional<Cart> cart) {
		return cart.map(Cart::offers).orElse(Set.of());
	}

	/** What cannot be shown is not changed: once it is committed, nothing may fail. */
	private PricedCart changed(Supplier<Cart> change, Map<OfferKey, Offer> offers) {
		return this.transaction.execute((status) -> priced(change.get(), offers));
	}

	private PricedCart priced(Cart cart, Map<OfferKey, Offer> offers) {
		return lessDiscount(PricedCart.of(cart, offers));
	}

	private PricedCart lessDiscount(PricedCart cart) {
		String code = cart.promoCode();
		return (code != null) ? cart.lessDiscount(this.promoCodes.discount(code, cart.sum())) : cart;
	}

}
