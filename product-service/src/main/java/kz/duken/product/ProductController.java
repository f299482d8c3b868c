package kz.duken.product;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.ValidationFailed;
import kz.duken.product.category.Categories;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ProductController {

	private final Catalogue catalogue;

	private final ProductSearch search;

	private final Categories categories;

	private final JsonMapper json;

	ProductController(Catalogue catalogue, ProductSearch search, Categories categories, JsonMapper json) {
		this.catalogue = catalogue;
		this.search = search;
		this.categories = categories;
		this.json = json;
	}

	@GetMapping("/api/products/{id}")
	ResponseEntity<ProductResponse> product(@PathVariable UUID id) {
		return answer(HttpStatus.OK, this.catalogue.find(id));
	}

	/** category-service asks as everybody does. */
	@GetMapping({ "/api/products", "/internal/products" })
	@FilterParameters
	ProductList products(@RequestParam MultiValueMap<String, String> parameters, PageRequest page) {
		ProductQuery asked = ProductQuery.of(parameters);
		ProductQuery query = asked.within(this.categories.withAllBelow(asked.categories()));
		ProductSearch.Result found = this.search.find(query, page);
		return ProductList.of(found.page(), found.facets());
	}

	@GetMapping("/api/products/suggest")
	Suggestions suggest(@RequestParam(defaultValue = "") String q) {
		ProductQuery query = ProductQuery.of(q);
		return Suggestions.of(query.phrases().isEmpty() ? List.of()
				: this.search.find(query, new PageRequest(Suggestions.LIMIT, null)).page().items());
	}

	@GetMapping("/api/products/compare")
	Comparison compare(@RequestParam List<UUID> id) {
		if (id.size() < Comparison.FEWEST || id.size() > Comparison.MOST || new HashSet<>(id).size() < id.size()) {
			throw new ValidationFailed("/id", "must be " + Comparison.FEWEST + " to " + Comparison.MOST
					+ " different products' ids, as id=…&id=…");
		}
		return Comparison.of(this.catalogue.findAll(id));
	}

	@PostMapping("/api/products")
	ResponseEntity<ProductResponse> create(@Valid @RequestBody Card card) {
		return answer(HttpStatus.CREATED, this.catalogue.create(card));
	}

	@PutMapping("/api/products/{id}")
	ResponseEntity<ProductResponse> replace(@PathVariable UUID id, @Valid @RequestBody Card card) {
		return answer(HttpStatus.OK, this.catalogue.replace(id, card));
	}

	@DeleteMapping("/api/products/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID id) {
		this.catalogue.delete(id);
	}

	/** The tag is a digest of all that is answered, so whatever changes, it changes. */
	private ResponseEntity<ProductResponse> answer(HttpStatus status, Product product) {
		ProductResponse response = ProductResponse.of(product);
		String digest = DigestUtils.md5DigestAsHex(this.json.writeValueAsBytes(response));
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
			.eTag(digest)
			.cacheControl(CacheControl.noCache());
		if (status == HttpStatus.CREATED) {
			answer.location(URI.create("/api/products/" + product.id()));
		}
		return answer.body(response);
	}

}
