package kz.duken.category;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A category in the tree, with all below it.
 *
 * @param productCount with all below it, seconds old; {@code null} while nobody knows
 */
record CategoryNode(UUID id, String name, String slug, List<String> tags, @Nullable UUID parentId,
		@Nullable Integer productCount, List<CategoryNode> children) {

	static List<CategoryNode> of(List<Category> siblings, CategoryTree tree, @Nullable Map<UUID, Integer> counts) {
		return siblings.stream()
			.map((category) -> new CategoryNode(category.id(), category.name(), category.slug().value(),
					category.tags(), category.parentId(), tree.productCount(category.id(), counts),
					of(tree.childrenOf(category.id()), tree, counts)))
			.toList();
	}

}
