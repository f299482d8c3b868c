package kz.duken.category;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;

/**
 * All categories at one moment, siblings by name, and the rules by which they hang
 * together.
 */
final class CategoryTree {

	/** How many categories a path may have, its root included. */
	static final int MAX_DEPTH = 10;

	/** By name, whatever the case. */
	static final Comparator<Category> BY_NAME = Comparator.comparing(CategoryTree::nameInOrder)
		.thenComparing(Category::id);

	private final Map<UUID, Category> categories = new LinkedHashMap<>();

	private final Map<Slug, Category> bySlug = new HashMap<>();

	private final Map<@Nullable UUID, List<Category>> children = new HashMap<>();

	CategoryTree(Collection<Category> categories) {
		categories.stream().sorted(BY_NAME).forEach((category) -> {
			this.categories.put(category.id(), category);
			this.bySlug.put(category.slug(), category);
			this.children.computeIfAbsent(category.parentId(), (parent) -> new ArrayList<>()).add(category);
		});
	}

	static String nameInOrder(Category category) {
		return category.name().toLowerCase(Locale.ROOT);
	}

	/** All of them, by name. */
	Collection<Category> all() {
		return this.categories.values();
	}

	List<Category> roots() {
		return this.children.getOrDefault(null, List.of());
	}

	List<Category> childrenOf(UUID id) {
		return this.children.getOrDefault(id, List.of());
	}

	Optional<Category> find(UUID id) {
		return Optional.ofNullable(this.categories.get(id));
	}

	Optional<Category> find(String idOrSlug) {
		if (Slug.isId(idOrSlug)) {
			return find(UUID.fromString(idOrSlug));
		}
		return Slug.isOne(idOrSlug) ? Optional.ofNullable(this.bySlug.get(new Slug(idOrSlug))) : Optional.empty();
	}

	/** From the root down to the category itself. */
	List<Category> pathOf(Category category) {
		List<Category> path = new ArrayList<>();
		for (Category at = category; at != null; at = parentOf(at)) {
			path.addFirst(at);
		}
		return path;
	}

	private @Nullable Category parentOf(Category category) {
		return (category.parentId() != null) ? this.categories.get(category.parentId()) : null;
	}

	/**
	 * How many products the category has with all below it.
	 * @param direct how many each category has itself; {@code null} when nobody knows
	 */
	@Nullable Integer productCount(UUID id, @Nullable Map<UUID, Integer> direct) {
		return (direct != null) ? sum(id, direct) : null;
	}

	private int sum(UUID id, Map<UUID, Integer> direct) {
		return direct.getOrDefault(id, 0) + childrenOf(id).stream().mapToInt((child) -> sum(child.id(), direct)).sum();
	}

	/**
	 * A slug that no category but this one has.
	 * @param wanted the one to have, or with the first free number from 2 on
	 */
	Slug freeSlug(Slug wanted, UUID id) {
		Slug slug = wanted;
		for (int number = 2; isTaken(slug, id); number++) {
			slug = wanted.numbered(number);
		}
		return slug;
	}

	private boolean isTaken(Slug slug, UUID id) {
		Category owner = this.bySlug.get(slug);
		return owner != null && !owner.id().equals(id);
	}

	/**
	 * A slug that was asked for.
	 * @throws SlugTaken when another category has it
	 */
	Slug unlessTaken(Slug wanted, UUID id) {
		if (isTaken(wanted, id)) {
			throw new SlugTaken(wanted);
		}
		return wanted;
	}

	/**
	 * The category under which another is to stand, with all below it.
	 * @param parentId {@code null} for a root
	 * @throws ValidationFailed at {@code /parentId} when it cannot stand there: under
	 * nothing, under itself, under what is being deleted, or too deep
	 */
	@Nullable Category parentFor(UUID id, @Nullable UUID parentId) {
		if (parentId == null) {
			return null;
		}
		Category parent = find(parentId)
			.orElseThrow(() -> new ValidationFailed("/parentId", "must be the id of a category"));
		List<Category> path = pathOf(parent);
		if (path.stream().anyMatch((above) -> above.id().equals(id))) {
			throw new ValidationFailed("/parentId", "must not be the category itself nor one below it");
		}
		if (parent.retiring()) {
			throw new ValidationFailed("/parentId", "must not be a category that is being deleted");
		}
		if (path.size() + height(id) > MAX_DEPTH) {
			throw new ValidationFailed("/parentId", "must leave no category deeper than " + MAX_DEPTH + " levels");
		}
		return parent;
	}

	/** The tree after a category was put in or changed. */
	CategoryTree with(Category category) {
		Map<UUID, Category> changed = new HashMap<>(this.categories);
		changed.put(category.id(), category);
		return new CategoryTree(changed.values());
	}

	private int height(UUID id) {
		return 1 + childrenOf(id).stream().mapToInt((child) -> height(child.id())).max().orElse(0);
	}

}
