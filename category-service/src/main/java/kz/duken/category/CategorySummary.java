package kz.duken.category;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A category by itself.
 *
 * @param productCount with all below it, seconds old; {@code null} while nobody knows
 */
record CategorySummary(UUID id, String name, String slug, List<String> tags, @Nullable UUID parentId,
		@Nullable Integer productCount) {

	static CategorySummary of(Category category, CategoryTree tree, @Nullable Map<UUID, Integer> counts) {
		return new CategorySummary(category.id(), category.name(), category.slug().value(), category.tags(),
				category.parentId(), tree.productCount(category.id(), counts));
	}

}
