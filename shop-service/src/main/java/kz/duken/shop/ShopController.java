package kz.duken.shop;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.ValidationFailed;
import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/shops", produces = MediaType.APPLICATION_JSON_VALUE)
class ShopController {

	private final ShopService shops;

	ShopController(ShopService shops) {
		this.shops = shops;
	}

	@GetMapping
	Page<ShopResponse> list(@RequestParam(required = false) @Nullable String city,
			@RequestParam(defaultValue = "false") boolean mine,
			@RequestParam(required = false) @Nullable ShopStatus status, @Nullable Caller caller, PageRequest page) {
		return this.shops.list(city(city), mine, status, caller, page);
	}

	@GetMapping("/{id}")
	ShopResponse one(@PathVariable UUID id, @Nullable Caller caller) {
		return this.shops.show(id, caller);
	}

	@PostMapping
	ResponseEntity<ShopResponse> open(@Valid @RequestBody ShopRequest request, Caller caller) {
		ShopResponse shop = this.shops.open(request, caller);
		return ResponseEntity.created(URI.create("/api/shops/" + shop.id())).body(shop);
	}

	@PutMapping("/{id}")
	ShopResponse edit(@PathVariable UUID id, @Valid @RequestBody ShopRequest request, Caller caller) {
		return this.shops.edit(id, request, caller);
	}

	@PutMapping("/{id}/status")
	ShopResponse become(@PathVariable UUID id, @Valid @RequestBody ShopStatusRequest request, Caller caller) {
		return this.shops.become(id, request.status(), caller);
	}

	/** A form's empty field asks for nothing. */
	private static @Nullable String city(@Nullable String city) {
		if (city != null && !Text.Validator.isPlain(city)) {
			throw new ValidationFailed("/city", "must be a line of text");
		}
		return (city == null || city.isBlank()) ? null : city;
	}

}
