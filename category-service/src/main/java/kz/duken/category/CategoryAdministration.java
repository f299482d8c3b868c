package kz.duken.category;

import java.util.UUID;

import kz.duken.commons.Ids;
import kz.duken.commons.problem.NotFound;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes categories, one at a time. */
@Service
class CategoryAdministration {

	private final CategoryRepository repository;

	CategoryAdministration(CategoryRepository repository) {
		this.repository = repository;
	}

	/** Puts a new category into the tree. */
	@Transactional
	Placed create(CategoryRequest request) {
		CategoryTree tree = this.repository.lockedTree();
		UUID id = Ids.next();
		Slug slug = slugFor(id, request, tree);
		Category category = this.repository
			.save(new Category(id, tree.parentFor(id, request.parentId()), request.name(), slug, request.tagsOrNone()));
		return new Placed(category, tree.with(category));
	}

	/**
	 * Replaces what is known of a category, its place included. Repeating changes nothing
	 * more. Without a slug it keeps the one it has as long as it keeps its name, so that
	 * moving it breaks no links.
	 */
	@Transactional
	Placed change(UUID id, CategoryRequest request) {
		CategoryTree tree = this.repository.lockedTree();
		Category category = tree.find(id).orElseThrow(() -> new NotFound("category " + id));
		Slug slug = slugFor(id, request, tree);
		category.change(tree.parentFor(id, request.parentId()), request.name(), slug, request.tagsOrNone());
		return new Placed(category, tree.with(category));
	}

	private static Slug slugFor(UUID id, CategoryRequest request, CategoryTree tree) {
		Slug wanted = request.wantedSlug();
		if (wanted != null) {
			return tree.unlessTaken(wanted, id);
		}
		return tree.find(id)
			.filter((category) -> category.name().equals(request.name()))
			.map(Category::slug)
			.orElseGet(() -> tree.freeSlug(Slug.derivedFrom(request.name()), id));
	}

	/**
	 * A category and the tree in which it now stands.
	 */
	record Placed(Category category, CategoryTree tree) {
	}

}
