package kz.duken.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ServiceTest
class CategoryAdministrationTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	private Calls calls;

	@BeforeEach
	void calls() {
		this.calls = new Calls(this.client);
		Calls.productServiceCounts(Map.of());
	}

	@Test
	void aNewCategoryIsThereAtOnce() {
		UUID parent = this.calls.created(null);
		String slug = "tv-" + UUID.randomUUID();
		Calls.Answer answer = this.calls
			.create(Map.of("name", "Теледидар", "slug", slug, "tags", List.of("new", "new", "4K"), "parentId", parent));
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.headers().getLocation()).hasToString("/api/categories/" + answer.id());
		assertThat(answer.body().path("tags")).hasToString("[\"new\",\"4K\"]");
		assertThat(this.calls.get("/api/categories/" + slug).body()).isEqualTo(answer.body());
	}

	@Test
	void aDerivedSlugGivesWayAnAskedForOneIsRefused() {
		String name = "Ноутбуктер " + UUID.randomUUID();
		String slug = this.calls.create(Map.of("name", name)).body().path("slug").stringValue();
		assertThat(slug).startsWith("noutbukter-");
		assertThat(this.calls.create(Map.of("name", name)).body().path("slug").stringValue()).isEqualTo(slug + "-2");
		assertThat(this.calls.create(Map.of("name", "x", "slug", slug)).slug()).isEqualTo("slug-taken");
		assertThat(this.calls.change(this.calls.created(null), Map.of("name", "x", "slug", slug)).slug())
			.isEqualTo("slug-taken");
	}

	@Test
	void aSlugIsGivenOnceHoweverManyAskForIt() {
		Map<String, String> category = Map.of("name", "Race", "slug", "race-" + UUID.randomUUID());
		List<Calls.Answer> answers = AllAtOnce.run(12, () -> this.calls.create(category));
		assertThat(answers.stream().map(Calls.Answer::status)).containsOnlyOnce(201).containsOnly(201, 409);
	}

	@Test
	void aChangeReplacesAllAndIsSafeToRepeat() {
		UUID id = this.calls.create(Map.of("name", "Old", "slug", "old-" + UUID.randomUUID(), "tags", List.of("a")))
			.id();
		Map<String, String> change = Map.of("name", "New " + id);
		Calls.Answer changed = this.calls.change(id, change);
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.body().path("slug").stringValue()).isEqualTo("new-" + id);
		assertThat(changed.body().path("tags").isEmpty()).isTrue();
		assertThat(this.calls.change(id, change).body()).isEqualTo(changed.body());
		assertThat(this.calls.change(UUID.randomUUID(), change).slug()).isEqualTo("not-found");
	}

	@Test
	void movingACategoryBreaksNoLinks() {
		String name = "Kept " + UUID.randomUUID();
		String slug = "kept-" + UUID.randomUUID();
		UUID id = this.calls.create(Map.of("name", name, "slug", slug)).id();
		Calls.Answer moved = this.calls.change(id, Map.of("name", name, "parentId", this.calls.created(null)));
		assertThat(moved.body().path("slug").stringValue()).isEqualTo(slug);
	}

	@Test
	void theTreeStaysATree() {
		UUID top = this.calls.created(null);
		UUID below = this.calls.created(this.calls.created(top));
		for (UUID parent : List.of(top, below, UUID.randomUUID())) {
			Calls.Answer answer = this.calls.move(top, parent);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.slug()).isEqualTo("validation");
			assertThat(answer.pointer()).isEqualTo("/parentId");
		}
		assertThat(this.calls.get("/api/categories/" + top).body().path("parentId").isNull()).isTrue();
	}

	@Test
	void tenLevelsAreTheLimitForMovesToo() {
		List<UUID> chain = new ArrayList<>(List.of(this.calls.created(null)));
		while (chain.size() < 10) {
			chain.add(this.calls.created(chain.getLast()));
		}
		assertThat(this.calls.create(Map.of("name", "deep", "parentId", chain.getLast())).pointer())
			.isEqualTo("/parentId");
		assertThat(this.calls.move(chain.getFirst(), this.calls.created(null)).pointer()).isEqualTo("/parentId");
		assertThat(this.calls.move(chain.get(8), chain.get(3)).status()).isEqualTo(200);
		assertThat(this.calls.get("/api/categories/" + chain.get(9)).body().path("path").size()).isEqualTo(6);
	}

	@RepeatedTest(10)
	void concurrentMovesMakeNoCircle() {
		UUID a = this.calls.created(null);
		UUID b = this.calls.created(null);
		UUID c = this.calls.created(null);
		UUID leaf = this.calls.created(c);

		List<Calls.Answer> answers = AllAtOnce
			.run(List.of(() -> this.calls.move(a, b), () -> this.calls.move(b, c), () -> this.calls.move(c, a)));

		assertThat(answers.stream().map(Calls.Answer::status)).containsExactlyInAnyOrder(200, 200, 400);
		UUID top = UUID.fromString(path(leaf).getFirst());
		assertThat(path(leaf)).endsWith(c.toString(), leaf.toString());
		assertThat(Stream.of(a, b, c).flatMap((id) -> path(id).stream())).contains(top.toString())
			.allMatch(List.of(a.toString(), b.toString(), c.toString())::contains);
		assertThat(Stream.of(a, b, c).map((id) -> path(id).size())).containsExactlyInAnyOrder(1, 2, 3);
		assertThat(below(top)).containsExactlyInAnyOrder(a, b, c, leaf);
	}

	private List<String> path(UUID id) {
		return this.calls.get("/api/categories/" + id).body().path("path").findValuesAsString("id");
	}

	/** The category and all that hang under it, by the lists of children. */
	private List<UUID> below(UUID id) {
		return Stream
			.concat(Stream.of(id),
					this.calls.get("/api/categories/" + id)
						.body()
						.path("children")
						.findValuesAsString("id")
						.stream()
						.flatMap((child) -> below(UUID.fromString(child)).stream()))
			.toList();
	}

	@Test
	void theDatabaseItselfRefusesCirclesAndDepths() {
		UUID top = this.calls.created(null);
		UUID below = this.calls.created(top);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update category set parent_id = ?, parent_depth = 2 where id = ?")
				.param(below)
				.param(top)
				.update())
			.withMessageMatching("(?s).*(category_parent_fk|category_depth_limit).*");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update category set deleted = true where id = ?").param(top).update())
			.withMessageContaining("category_parent_alive");
	}

}
