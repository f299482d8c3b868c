package kz.duken.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator lets the tree of categories grow, and everybody finds his way in it.
 */
class CategoryJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void aBranchTakesItsProductsAlong() {
		String mark = UUID.randomUUID().toString();
		Answer house = category("House " + mark, "").expect(201);
		Answer yard = category("Yard " + mark, "").expect(201);
		Answer garden = category("Garden " + mark, house.text("/id")).expect(201);
		Answer tools = category("Tools " + mark, garden.text("/id")).expect(201);
		String rake = card("Rake", tools);
		card("Chair", house);
		holds(house, 2, rake);
		holds(garden, 1, rake);

		Answer moved = placed(garden, yard).expect(200);

		assertThat(moved.text("/slug")).isEqualTo(garden.text("/slug"));
		holds(yard, 1, rake);
		holds(garden, 1, rake);
		assertThat(node(house).at("/productCount").asInt()).isEqualTo(1);
		assertThat(found("/api/products?categoryId=" + house.text("/id"))).hasSize(1).doesNotContain(rake);
		assertThat(Person.STRANGER.get("/api/categories/" + tools.text("/slug"))
			.expect(200)
			.at("/path")
			.findValuesAsString("id")).containsExactly(yard.text("/id"), garden.text("/id"), tools.text("/id"));
	}

	/**
	 * The tree, the category itself and the products agree on what is in and below it.
	 */
	private static void holds(Answer category, int count, String product) {
		String path = "/api/categories/" + category.text("/slug");
		Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
			assertThat(node(category).at("/productCount").asInt()).isEqualTo(count);
			assertThat(Person.STRANGER.get(path).expect(200).whole("/productCount")).isEqualTo(count);
			assertThat(found(path + "/products?sort=name")).hasSize(count).contains(product);
			assertThat(found("/api/products?categoryId=" + category.text("/id"))).hasSize(count).contains(product);
		});
	}

	@Test
	void noBranchGrowsOnItself() {
		String mark = UUID.randomUUID().toString();
		Answer root = category("Root " + mark, "").expect(201);
		Answer branch = category("Branch " + mark, root.text("/id")).expect(201);
		Answer leaf = category("Leaf " + mark, branch.text("/id")).expect(201);

		for (Answer below : new Answer[] { root, branch, leaf }) {
			Answer refused = placed(root, below).expectProblem(400, "validation");
			assertThat(refused.text("/errors/0/pointer")).isEqualTo("/parentId");
		}

		JsonNode tree = node(root);
		assertThat(tree.at("/parentId").isNull()).isTrue();
		assertThat(tree.at("/children/0/children/0/id").asString()).isEqualTo(leaf.text("/id"));
	}

	@Test
	void theTreeIsTenCategoriesHigh() {
		String mark = UUID.randomUUID().toString();
		String parent = "";
		for (int depth = 1; depth <= 10; depth++) {
			parent = category("Depth " + depth + " " + mark, parent).expect(201).text("/id");
		}

		category("Depth 11 " + mark, parent).expectProblem(400, "validation");

		assertThat(Person.STRANGER.get("/api/categories/" + parent).expect(200).at("/path")).hasSize(10);
	}

	@Test
	void categoriesOfOneTagAreListed() {
		String tag = "Tag " + UUID.randomUUID();
		String tags = "\"tags\": [\"Sale\", \"" + tag + "\"]";
		Answer one = category("A of " + tag, "", tags).expect(201);
		Answer two = category("B of " + tag, one.text("/id"), tags).expect(201);
		category("C of " + tag, "").expect(201);
		String tagged = "/api/categories?size=1&tag=" + encoded(tag);

		Answer first = Person.STRANGER.get(tagged).expect(200);
		Answer second = Person.STRANGER.get(tagged + "&cursor=" + encoded(first.text("/nextCursor"))).expect(200);

		assertThat(first.at("/items").findValuesAsString("id")).containsExactly(one.text("/id"));
		assertThat(second.at("/items").findValuesAsString("id")).containsExactly(two.text("/id"));
		assertThat(second.at("/nextCursor").isNull()).isTrue();
		assertThat(second.at("/items/0/tags").valueStream()).map(JsonNode::asString).containsExactly("Sale", tag);
		assertThat(Person.STRANGER.get("/api/categories?tag=" + UUID.randomUUID()).expect(200).at("/items")).isEmpty();
	}

	@Test
	void aSlugIsOneCategorys() {
		String mark = UUID.randomUUID().toString();
		Answer one = category("Tea & Cake " + mark, "").expect(201);
		assertThat(one.text("/slug")).matches("[a-z0-9-]+").contains("tea");
		assertThat(one.header("Location")).isEqualTo("/api/categories/" + one.text("/id"));

		category("Another " + mark, "", "\"slug\": \"" + one.text("/slug") + "\"").expectProblem(409, "slug-taken");
		Answer child = category("Child " + mark, one.text("/id")).expect(201);
		Person.admin().delete("/api/categories/" + one.text("/id")).expectProblem(409, "category-not-empty");

		Answer found = Person.STRANGER.get("/api/categories/" + one.text("/slug")).expect(200);
		assertThat(found.text("/id")).isEqualTo(one.text("/id"));
		assertThat(found.at("/children").findValuesAsString("id")).containsExactly(child.text("/id"));
	}

	private static Answer category(String name, String parentId, String... more) {
		StringBuilder body = new StringBuilder("{\"name\": \"" + name + "\"");
		if (!parentId.isEmpty()) {
			body.append(", \"parentId\": \"").append(parentId).append('"');
		}
		for (String property : more) {
			body.append(", ").append(property);
		}
		return Person.admin().post("/api/categories", body.append('}').toString());
	}

	/** Puts a category under another. */
	private static Answer placed(Answer category, Answer parent) {
		return Person.admin().put("/api/categories/" + category.text("/id"), """
				{"name": "%s", "parentId": "%s"}""".formatted(category.text("/name"), parent.text("/id")));
	}

	private static String card(String name, Answer category) {
		return Person.admin().post("/api/products", """
				{"name": "%s", "categoryId": "%s"}""".formatted(name, category.text("/id"))).expect(201).text("/id");
	}

	/** A category as the tree shows it. */
	private static JsonNode node(Answer category) {
		return Person.STRANGER.get("/api/categories")
			.expect(200)
			.body()
			.findParents("id")
			.stream()
			.filter((node) -> node.at("/id").asString().equals(category.text("/id")))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> found(String path) {
		return Person.STRANGER.get(path).expect(200).at("/items").findValuesAsString("id");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
