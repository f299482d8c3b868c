package kz.duken.category;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import kz.duken.category.product.ProductCounts;
import kz.duken.category.product.Products;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
@RequestMapping(path = "/api/categories", produces = MediaType.APPLICATION_JSON_VALUE)
class CategoryController {

	private final CategoryRepository repository;

	private final CategoryAdministration administration;

	private final CategoryRemoval removal;

	private final Products products;

	private final ProductCounts counts;

	CategoryController(CategoryRepository repository, CategoryAdministration administration, CategoryRemoval removal,
			Products products, ProductCounts counts) {
		this.repository = repository;
		this.administration = administration;
		this.removal = removal;
		this.products = products;
		this.counts = counts;
	}

	@GetMapping
	List<CategoryNode> tree() {
		CategoryTree tree = this.repository.tree();
		return CategoryNode.of(tree.roots(), tree, this.counts.lastKnown());
	}

	@Parameter(in = ParameterIn.QUERY, name = "tag", description = "a list of those with any of these tags, instead",
			array = @ArraySchema(schema = @Schema(type = "string")))
	@GetMapping(params = "tag")
	Page<CategorySummary> tagged(@RequestParam MultiValueMap<String, String> query, PageRequest page) {
		Predicate<Category> after = after(page.cursor());
		CategoryTree tree = this.repository.tree();
		Map<UUID, Integer> counts = this.counts.lastKnown();
		List<String> tags = Objects.requireNonNull(query.get("tag"));
		List<Category> found = tree.all()
			.stream()
			.filter((category) -> category.hasAnyTag(tags))
			.filter(after)
			.limit(page.limit())
			.toList();
		return Page.of(found, page, (category) -> Cursor.of(CategoryTree.nameInOrder(category), category.id()),
				(category) -> CategorySummary.of(category, tree, counts));
	}

	/** Reads the cursor whole, whatever there is to compare with it. */
	private static Predicate<Category> after(@Nullable Cursor cursor) {
		if (cursor == null) {
			return (category) -> true;
		}
		String name = cursor.key(0, String::valueOf);
		UUID id = cursor.key(1, UUID::fromString);
		return (category) -> {
			int byName = CategoryTree.nameInOrder(category).compareTo(name);
			return byName > 0 || (byName == 0 && category.id().compareTo(id) > 0);
		};
	}

	@GetMapping("/{idOrSlug}")
	CategoryResponse category(@PathVariable String idOrSlug) {
		CategoryTree tree = this.repository.tree();
		return CategoryResponse.of(find(idOrSlug, tree), tree, this.counts.lastKnown());
	}

	@ApiResponse(responseCode = "200", description = "A page as of /api/products, whose parameters it takes",
			content = @Content(
					schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)))
	@GetMapping("/{idOrSlug}/products")
	byte[] products(@PathVariable String idOrSlug, @RequestParam MultiValueMap<String, String> query) {
		return this.products.below(find(idOrSlug, this.repository.tree()).id(), query);
	}

	private static Category find(String idOrSlug, CategoryTree tree) {
		return tree.find(idOrSlug).orElseThrow(() -> new NotFound("category '" + idOrSlug + "'"));
	}

	@PostMapping
	ResponseEntity<CategoryResponse> create(@Valid @RequestBody CategoryRequest request) {
		CategoryResponse created = response(this.administration.create(request));
		return ResponseEntity.created(URI.create("/api/categories/" + created.id())).body(created);
	}

	@PutMapping("/{id}")
	CategoryResponse change(@PathVariable UUID id, @Valid @RequestBody CategoryRequest request) {
		return response(this.administration.change(id, request));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID id) {
		this.removal.remove(id);
	}

	private CategoryResponse response(CategoryAdministration.Placed placed) {
		return CategoryResponse.of(placed.category(), placed.tree(), this.counts.lastKnown());
	}

}
