package kz.duken.cart;

import java.util.UUID;

import jakarta.validation.Valid;
import kz.duken.commons.security.Caller;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cart")
class CartController {

	private final Shopping shopping;

	CartController(Shopping shopping) {
		this.shopping = shopping;
	}

	@GetMapping
	CartResponse cart(Caller caller) {
		return CartResponse.of(this.shopping.cart(caller.id()));
	}

	@PostMapping("/items")
	@ResponseStatus(HttpStatus.CREATED)
	CartResponse add(Caller caller, @Valid @RequestBody AddItemRequest item) {
		return CartResponse.of(this.shopping.add(caller.id(), item));
	}

	@PutMapping("/items/{itemId}")
	CartResponse change(Caller caller, @PathVariable UUID itemId, @Valid @RequestBody ChangeItemRequest change) {
		return CartResponse.of(this.shopping.change(caller.id(), itemId, change.quantity()));
	}

	@DeleteMapping("/items/{itemId}")
	CartResponse remove(Caller caller, @PathVariable UUID itemId) {
		return CartResponse.of(this.shopping.remove(caller.id(), itemId));
	}

	@DeleteMapping
	CartResponse clear(Caller caller) {
		return CartResponse.of(this.shopping.clear(caller.id()));
	}

}
