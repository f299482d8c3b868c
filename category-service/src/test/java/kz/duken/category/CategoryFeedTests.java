package kz.duken.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class CategoryFeedTests {

	private static final String FEED = "/internal/categories/feed";

	@Autowired
	private RestTestClient client;

	@Autowired
	private CategoryRepository repository;

	@Autowired
	private EntityManager entities;

	@Autowired
	private TransactionTemplate transaction;

	private Calls calls;

	@BeforeEach
	void calls() {
		this.calls = new Calls(this.client);
		Calls.productServiceCounts(Map.of());
	}

	@Test
	void tellsWhatHasChangedSinceAPosition() {
		UUID parent = this.calls.created(null);
		JsonNode before = pull("0", 500).getLast();
		UUID child = this.calls.create(Map.of("name", "Child", "tags", List.of("t"), "parentId", parent)).id();
		JsonNode item = item(pull(before.path("position").stringValue(), 500), child);
		assertThat(item.propertyNames()).containsExactly("id", "parentId", "name", "slug", "tags", "deleted",
				"version");
		assertThat(item.path("parentId").stringValue()).isEqualTo(parent.toString());
		assertThat(item.path("tags")).hasToString("[\"t\"]");
		assertThat(item.path("deleted").booleanValue()).isFalse();
		assertThat(before.path("cluster").stringValue()).matches("[0-9]+");
	}

	@Test
	void everyChangeRaisesTheVersionAndADeletionLeavesATombstone() {
		UUID id = this.calls.created(null);
		long made = item(pull("0", 500), id).path("version").longValue();
		this.calls.move(id, null);
		long changed = item(pull("0", 500), id).path("version").longValue();
		Calls.productServiceRetires(id, "RETIRED");
		this.calls.delete(id);
		JsonNode tombstone = item(pull("0", 500), id);
		assertThat(changed).isGreaterThan(made);
		assertThat(tombstone.path("version").longValue()).isGreaterThan(changed);
		assertThat(tombstone.path("deleted").booleanValue()).isTrue();
	}

	@Test
	void aChangeTouchesNoOtherCategory() {
		UUID other = this.calls.create(Map.of("name", "Other", "tags", List.of("a", "b"))).id();
		JsonNode before = item(pull("0", 500), other);
		assertThat(this.calls.move(this.calls.created(null), null).status()).isEqualTo(200);
		assertThat(item(pull("0", 500), other)).isEqualTo(before);
	}

	@Test
	void pagesHoldEachRowOnce() {
		for (int i = 0; i < 5; i++) {
			this.calls.created(null);
		}
		List<String> ids = pull("0", 2).stream()
			.flatMap((page) -> page.path("items").findValuesAsString("id").stream())
			.toList();
		assertThat(ids).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
	}

	@Test
	void whatCommitsLateIsNotMissed() {
		UUID late = UUID.randomUUID();
		String position = this.transaction.execute((status) -> {
			this.repository.save(new Category(late, null, "Late", new Slug("late-" + late), List.of()));
			this.entities.flush();
			this.calls.created(null);
			return pull("0", 500).getFirst().path("position").stringValue();
		});
		item(pull(String.valueOf(position), 500), late);
	}

	@ParameterizedTest
	@CsvSource({ "position=-1,/position", "position=abc,/position", "position=99999999999999999999,/position",
			"size=0,/size", "size=1001,/size", "cursor=xyz,/cursor", "cursor=_w,/cursor", "cursor=LTEfMQ,/cursor" })
	void refusesWhatItHasNotHandedOut(String query, String pointer) {
		Calls.Answer answer = this.calls.get(FEED + "?" + query, Calls.PRODUCT_SERVICE);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.pointer()).isEqualTo(pointer);
	}

	private List<JsonNode> pull(String position, int size) {
		List<JsonNode> pages = new ArrayList<>();
		String next = "";
		while (next != null) {
			Calls.Answer answer = this.calls.get(FEED + "?position=" + position + "&size=" + size + next,
					Calls.PRODUCT_SERVICE);
			assertThat(answer.status()).isEqualTo(200);
			pages.add(answer.body());
			JsonNode cursor = answer.body().path("nextCursor");
			next = cursor.isNull() ? null : "&cursor=" + cursor.stringValue();
		}
		return pages;
	}

	private static JsonNode item(List<JsonNode> pages, UUID id) {
		return pages.stream()
			.flatMap((page) -> page.path("items").valueStream())
			.filter((item) -> item.path("id").stringValue().equals(id.toString()))
			.findFirst()
			.orElseThrow();
	}

}
