package kz.duken.cart;

import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a checkout needs of a cart. */
@RestController
@RequestMapping(path = "/internal/carts/{customerId}", produces = MediaType.APPLICATION_JSON_VALUE)
class CheckoutController {

	private final Shopping shopping;

	private final Carts carts;

	CheckoutController(Shopping shopping, Carts carts) {
		this.shopping = shopping;
		this.carts = carts;
	}

	/** Exactly what the customer would be shown now. */
	@GetMapping
	CheckoutResponse cart(@PathVariable UUID customerId) {
		return CheckoutResponse.of(this.shopping.cart(Owner.customer(customerId)));
	}

	/**
	 * Takes what was ordered out of the cart, and the code that was used, once per order.
	 */
	@PutMapping("/orders/{orderId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeOrder(@PathVariable UUID customerId, @PathVariable UUID orderId,
			@Valid @RequestBody TakeOrderRequest order) {
		this.carts.takeOrder(Owner.customer(customerId), orderId, order.pieces(), order.promoCode());
	}

}
