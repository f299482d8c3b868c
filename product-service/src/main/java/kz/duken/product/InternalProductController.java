package kz.duken.product;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What shop-service, cart-service and category-service ask. */
@RestController
@RequestMapping(path = "/internal", produces = MediaType.APPLICATION_JSON_VALUE)
class InternalProductController {

	private final Catalogue catalogue;

	private final Products products;

	private final CardResolution resolution;

	private final CardCounts counts;

	InternalProductController(Catalogue catalogue, Products products, CardResolution resolution, CardCounts counts) {
		this.catalogue = catalogue;
		this.products = products;
		this.resolution = resolution;
		this.counts = counts;
	}

	@GetMapping("/products/{id}")
	Face product(@PathVariable UUID id) {
		Card card = this.catalogue.find(id).card();
		return new Face(id, card.name(), card.images().isEmpty() ? null : card.images().getFirst());
	}

	@PostMapping("/products/names")
	Names names(@Valid @RequestBody Wanted wanted) {
		return new Names(this.products.names(wanted.ids()));
	}

	@PutMapping("/products/{id}")
	CardName create(@PathVariable UUID id, @Valid @RequestBody Card card) {
		return this.catalogue.createOnce(id, card);
	}

	@PostMapping("/products/resolve")
	ResolvedCards resolve(@Valid @RequestBody NamedCards named) {
		return new ResolvedCards(this.resolution.resolve(named.cards(), named.create()));
	}

	@GetMapping("/products/counts")
	Counts counts() {
		return new Counts(this.counts.byCategory());
	}

	@PutMapping("/categories/{id}/retire")
	Retirement retire(@PathVariable UUID id) {
		return new Retirement(this.catalogue.retireCategory(id) ? Outcome.RETIRED : Outcome.HAS_PRODUCTS);
	}

	/** A product as a line in a cart shows it. */
	record Face(UUID id, String name, @Nullable String image) {
	}

	record NamedCards(boolean create, @NotNull @Size(max = 500) List<CardResolution.@NotNull @Valid Named> cards) {
	}

	record ResolvedCards(List<CardResolution.Resolved> cards) {
	}

	record Wanted(@NotNull @Size(max = 500) List<@NotNull UUID> ids) {
	}

	record Names(List<CardName> products) {
	}

	record Counts(Map<UUID, Integer> counts) {
	}

	record Retirement(Outcome outcome) {
	}

	enum Outcome {

		RETIRED, HAS_PRODUCTS

	}

}
