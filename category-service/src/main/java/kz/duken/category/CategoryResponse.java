package kz.duken.category;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One category and what is next to it.
 *
 * @param productCount with all below it, seconds old; {@code null} while nobody knows
 * @param path from the root to the category itself
 * @param children the ones directly below
 */
record CategoryResponse(UUID id, String name, String slug, List<String> tags, @Nullable UUID parentId,
		@Nullable Integer productCount, List<Step> path, List<CategorySummary> children) {

	record Step(UUID id, String name, String slug) {
	}

	static CategoryResponse of(Category category, CategoryTree tree, @Nullable Map<UUID, Integer> counts) {
		List<Step> path = tree.pathOf(category)
			.stream()
			.map((step) -> new Step(step.id(), step.name(), step.slug().value()))
			.toList();
		List<CategorySummary> children = tree.childrenOf(category.id())
			.stream()
			.map((child) -> CategorySummary.of(child, tree, counts))
			.toList();
		return new CategoryResponse(category.id(), category.name(), category.slug().value(), category.tags(),
				category.parentId(), tree.productCount(category.id(), counts), path, children);
	}

}
