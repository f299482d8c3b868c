package kz.duken.category;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.commons.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CategoryTreeTests {

	private final Category electronics = category("Electronics", null);

	private final Category phones = category("Phones", this.electronics);

	private final Category audio = category("audio", this.electronics);

	private final Category earphones = category("Earphones", this.audio);

	private final CategoryTree tree = new CategoryTree(
			List.of(this.phones, this.earphones, this.electronics, this.audio));

	@Test
	void siblingsStandByNameWhateverTheCase() {
		assertThat(this.tree.childrenOf(this.electronics.id())).containsExactly(this.audio, this.phones);
		assertThat(this.tree.roots()).containsExactly(this.electronics);
	}

	@Test
	void aPathLeadsFromTheRootToTheCategory() {
		assertThat(this.tree.pathOf(this.earphones)).containsExactly(this.electronics, this.audio, this.earphones);
	}

	@Test
	void productsCountWithAllBelow() {
		Map<UUID, Integer> direct = Map.of(this.audio.id(), 2, this.earphones.id(), 5);
		assertThat(this.tree.productCount(this.electronics.id(), direct)).isEqualTo(7);
		assertThat(this.tree.productCount(this.phones.id(), direct)).isZero();
		assertThat(this.tree.productCount(this.phones.id(), null)).isNull();
	}

	@Test
	void aCategoryMovesWithAllBelow() {
		CategoryTree changed = this.tree.with(under(this.audio, this.phones));
		assertThat(changed.pathOf(this.earphones)).hasSize(4);
		assertThat(changed.childrenOf(this.electronics.id())).containsExactly(this.phones);
	}

	@Test
	void nothingStandsUnderItselfOrBelowItself() {
		refuses(this.tree, this.electronics, this.electronics.id());
		refuses(this.tree, this.electronics, this.earphones.id());
	}

	@Test
	void nothingStandsUnderNothing() {
		refuses(this.tree, this.phones, UUID.randomUUID());
	}

	@Test
	void nothingNewStandsUnderWhatIsBeingDeleted() {
		Category leaving = category("Leaving", null);
		ReflectionTestUtils.setField(leaving, "retiringSince", Instant.EPOCH);
		refuses(new CategoryTree(List.of(leaving, this.electronics)), this.electronics, leaving.id());
	}

	@Test
	void tenLevelsAreDeepEnough() {
		List<Category> chain = new ArrayList<>(List.of(category("1", null)));
		for (int level = 2; level <= 9; level++) {
			chain.add(category("" + level, chain.getLast()));
		}
		Category tenth = category("10", null);
		CategoryTree nine = new CategoryTree(chain).with(tenth);
		assertThat(nine.parentFor(tenth.id(), chain.getLast().id())).isSameAs(chain.getLast());
		CategoryTree deep = nine.with(under(tenth, chain.getLast()));
		refuses(deep, category("11", null), tenth.id());
		refuses(deep.with(this.electronics), chain.getFirst(), this.electronics.id());
	}

	@Test
	void aSlugBelongsToOne() {
		Category twin = category("Phones", null);
		assertThatExceptionOfType(SlugTaken.class).isThrownBy(() -> this.tree.unlessTaken(twin.slug(), twin.id()));
		assertThat(this.tree.unlessTaken(this.phones.slug(), this.phones.id())).hasToString("phones");
		assertThat(this.tree.freeSlug(twin.slug(), twin.id())).hasToString("phones-2");
		assertThat(this.tree.freeSlug(this.phones.slug(), this.phones.id())).hasToString("phones");
	}

	private static void refuses(CategoryTree tree, Category category, UUID parentId) {
		assertThatExceptionOfType(ValidationFailed.class).isThrownBy(() -> tree.parentFor(category.id(), parentId))
			.satisfies((ex) -> assertThat(ex.errors().getFirst().pointer()).isEqualTo("/parentId"));
	}

	private static Category category(String name, @Nullable Category parent) {
		return new Category(UUID.randomUUID(), parent, name, Slug.derivedFrom(name), List.of());
	}

	private static Category under(Category category, Category parent) {
		category.change(parent, category.name(), category.slug(), category.tags());
		return category;
	}

}
