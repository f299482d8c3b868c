package kz.duken.product;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import kz.duken.commons.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of products as clients see it.
 *
 * @param facets only where they were asked for
 */
record ProductList(List<ListedProduct> items, @Nullable String nextCursor,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Facets facets) {

	static ProductList of(Page<Product> page, @Nullable Facets facets) {
		return new ProductList(page.items().stream().map(ListedProduct::of).toList(), page.nextCursor(), facets);
	}

}
