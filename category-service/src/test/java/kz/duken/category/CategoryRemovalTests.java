package kz.duken.category;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.AllAtOnce;
import kz.duken.test.Neighbourhood;
import kz.duken.test.ServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class CategoryRemovalTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CategoryRepository repository;

	@Autowired
	private TransactionTemplate transaction;

	private Calls calls;

	private UUID category;

	@BeforeEach
	void aCategory() {
		this.calls = new Calls(this.client);
		Calls.productServiceCounts(Map.of());
		this.category = this.calls.created(null);
	}

	@Test
	void anEmptyCategoryIsDeletedOnce() {
		Calls.productServiceRetires(this.category, "RETIRED");
		assertThat(this.calls.delete(this.category).status()).isEqualTo(204);
		assertThat(this.calls.get("/api/categories/" + this.category).slug()).isEqualTo("not-found");
		assertThat(this.calls.delete(this.category).slug()).isEqualTo("not-found");
	}

	@Test
	void itsSlugIsFreeAgain() {
		String slug = "again-" + UUID.randomUUID();
		UUID first = this.calls.create(Map.of("name", "Again", "slug", slug)).id();
		Calls.productServiceRetires(first, "RETIRED");
		this.calls.delete(first);
		assertThat(this.calls.create(Map.of("name", "Again", "slug", slug)).status()).isEqualTo(201);
	}

	@Test
	void aCategoryWithChildrenStaysAndNobodyIsAsked() {
		this.calls.created(this.category);
		assertThat(this.calls.delete(this.category).slug()).isEqualTo("category-not-empty");
		Neighbourhood.stubs()
			.verify(0,
					WireMock.putRequestedFor(WireMock.urlEqualTo("/internal/categories/" + this.category + "/retire")));
	}

	@Test
	void aCategoryWithProductsStaysAsItWas() {
		Calls.productServiceRetires(this.category, "HAS_PRODUCTS");
		assertThat(this.calls.delete(this.category).slug()).isEqualTo("category-not-empty");
		assertThat(this.calls.move(this.calls.created(null), this.category).status()).isEqualTo(200);
	}

	@Test
	void aBegunDeletionTakesNoChildrenAndGoesOnAfterAnOutage() {
		assertThat(this.calls.delete(this.category).slug()).isEqualTo("unavailable");
		assertThat(this.calls.create(Map.of("name", "late", "parentId", this.category)).pointer())
			.isEqualTo("/parentId");
		Calls.productServiceRetires(this.category, "RETIRED");
		Awaitility.await()
			.atMost(Duration.ofSeconds(15))
			.until(() -> this.calls.get("/api/categories/" + this.category).status() == 404);
	}

	@Test
	void aBegunDeletionThatCannotBeIsUndone() {
		assertThat(this.calls.delete(this.category).slug()).isEqualTo("unavailable");
		Calls.productServiceRetires(this.category, "HAS_PRODUCTS");
		Awaitility.await()
			.atMost(Duration.ofSeconds(15))
			.until(() -> this.calls.create(Map.of("name", "now", "parentId", this.category)).status() == 201);
	}

	@Test
	void aRefusedDeletionLeavesTheMarkOfALaterOne() {
		CategoryRepository.Retiring first = this.transaction
			.execute((status) -> this.repository.markRetiring(this.category));
		CategoryRepository.Retiring second = this.transaction
			.execute((status) -> this.repository.markRetiring(this.category));

		this.repository.unmarkRetiring(this.category, first.getSince());
		assertThat(this.calls.create(Map.of("name", "late", "parentId", this.category)).pointer())
			.isEqualTo("/parentId");

		this.repository.unmarkRetiring(this.category, second.getSince());
		assertThat(this.calls.create(Map.of("name", "now", "parentId", this.category)).status()).isEqualTo(201);
	}

	@Test
	void deletionsAtOnceHaveOneEnd() {
		Calls.productServiceRetires(this.category, "RETIRED");
		List<Calls.Answer> answers = AllAtOnce.run(6, () -> this.calls.delete(this.category));
		assertThat(answers.stream().map(Calls.Answer::status)).contains(204).containsOnly(204, 404);
	}

	@Test
	void aChildAndTheDeletionOfItsParentExcludeEachOther() {
		for (int round = 0; round < 10; round++) {
			UUID parent = this.calls.created(null);
			Calls.productServiceRetires(parent, "RETIRED");
			List<Calls.Answer> answers = AllAtOnce.run(List.of(() -> this.calls.delete(parent),
					() -> this.calls.create(Map.of("name", "child", "parentId", parent))));
			assertThat(answers.stream().map(Calls.Answer::status).toList()).isIn(List.of(204, 400), List.of(409, 201));
		}
		assertThat(this.jdbc.sql("""
				select count(*) from category child join category parent on parent.id = child.parent_id
				where parent.deleted and not child.deleted""").query(Long.class).single()).isZero();
	}

}
