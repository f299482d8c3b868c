package kz.duken.cart;

import java.util.UUID;

import jakarta.validation.Valid;
import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cart of whoever is logged in, or else of the guest whose token comes along. */
@RestController
@RequestMapping(path = "/api/cart", produces = MediaType.APPLICATION_JSON_VALUE)
class CartController {

	static final String TOKEN = "X-Cart-Token";

	private final Owners owners;

	private final Shopping shopping;

	CartController(Owners owners, Shopping shopping) {
		this.owners = owners;
		this.shopping = shopping;
	}

	@GetMapping
	ResponseEntity<CartResponse> cart(@Nullable Caller caller,
			@RequestHeader(name = TOKEN, required = false) @Nullable String token) {
		Owner owner = this.owners.of(caller, token);
		return answer(HttpStatus.OK, owner, this.shopping.cart(owner));
	}

	@PostMapping("/items")
	ResponseEntity<CartResponse> add(@Nullable Caller caller,
			@RequestHeader(name = TOKEN, required = false) @Nullable String token,
			@Valid @RequestBody AddItemRequest item) {
		Owner owner = this.owners.of(caller, token);
		return answer(HttpStatus.CREATED, owner, this.shopping.add(owner, item));
	}

	@PutMapping("/items/{itemId}")
	ResponseEntity<CartResponse> change(@Nullable Caller caller,
			@RequestHeader(name = TOKEN, required = false) @Nullable String token, @PathVariable UUID itemId,
			@Valid @RequestBody ChangeItemRequest change) {
		Owner owner = this.owners.of(caller, token);
		return answer(HttpStatus.OK, owner, this.shopping.change(owner, itemId, change.quantity()));
	}

	@DeleteMapping("/items/{itemId}")
	ResponseEntity<CartResponse> remove(@Nullable Caller caller,
			@RequestHeader(name = TOKEN, required = false) @Nullable String token, @PathVariable UUID itemId) {
		Owner owner = this.owners.of(caller, token);
		return answer(HttpStatus.OK, owner, this.shopping.remove(owner, itemId));
	}

	@DeleteMapping
	ResponseEntity<CartResponse> clear(@Nullable Caller caller,
			@RequestHeader(name = TOKEN, required = false) @Nullable String token) {
		Owner owner = this.owners.of(caller, token);
		return answer(HttpStatus.OK, owner, this.shopping.clear(owner));
	}

	@PutMapping("/promo-code")
	ResponseEntity<CartResponse> attach(@Nullable Caller caller,
			@RequestHeader(name = TOKEN, required = false) @Nullable String token,
			@Valid @RequestBody AttachRequest request) {
		Owner owner = this.owners.of(caller, token);
		return answer(HttpStatus.OK, owner, this.shopping.attach(owner, request.code()));
	}

	@DeleteMapping("/promo-code")
	ResponseEntity<CartResponse> detachPromoCode(@Nullable Caller caller,
			@RequestHeader(name = TOKEN, required = false) @Nullable String token) {
		Owner owner = this.owners.of(caller, token);
		return answer(HttpStatus.OK, owner, this.shopping.detachPromoCode(owner));
	}

	@PostMapping("/merge")
	CartResponse merge(Caller caller, @RequestHeader(TOKEN) String token) {
		if (token.isBlank()) {
			throw new CartTokenMissing();
		}
		Owner customer = Owner.customer(caller.id());
		return CartResponse.of(Owner.guest(token)
			.map((guest) -> this.shopping.merge(customer, guest))
			.orElseGet(() -> this.shopping.cart(customer)));
	}

	/** A guest is told the token of his cart as soon as there is one. */
	private static ResponseEntity<CartResponse> answer(HttpStatus status, Owner owner, PricedCart cart) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
		if (owner.token() != null && cart.id() != null) {
			answer.header(TOKEN, owner.token());
		}
		return answer.body(CartResponse.of(cart));
	}

}
