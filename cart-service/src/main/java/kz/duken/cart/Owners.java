package kz.duken.cart;

import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Tells whose cart a request means. */
@Component
class Owners {

	private final Carts carts;

	Owners(Carts carts) {
		this.carts = carts;
	}

	/**
	 * Whoever is logged in means his own cart, a guest the one of his token. A token
	 * without a cart is as none: nobody chooses his token himself.
	 */
	Owner of(@Nullable Caller caller, @Nullable String token) {
		if (caller != null) {
			return Owner.customer(caller.id());
		}
		return Owner.guest(token).filter(this.carts::exists).orElseGet(Owner::newGuest);
	}

}
