package kz.duken.category;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.Neighbourhood;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class CategoryReadingTests {

	@Autowired
	private RestTestClient client;

	private Calls calls;

	private UUID root;

	private UUID child;

	private UUID grandchild;

	@BeforeEach
	void threeLevels() {
		this.calls = new Calls(this.client);
		Calls.productServiceCounts(Map.of());
		this.root = this.calls.created(null);
		this.child = this.calls.created(this.root);
		this.grandchild = this.calls.created(this.child);
	}

	@Test
	void theTreeHoldsAllLevelsAndCountsWithAllBelow() {
		Calls.productServiceCounts(Map.of(this.child, 3, this.grandchild, 4, UUID.randomUUID(), 9));
		JsonNode node = inTree();
		assertThat(node.propertyNames()).containsExactly("id", "name", "slug", "tags", "parentId", "productCount",
				"children");
		assertThat(node.path("parentId").isNull()).isTrue();
		assertThat(node.path("productCount").intValue()).isEqualTo(7);
		assertThat(node.at("/children/0/id").stringValue()).isEqualTo(this.child.toString());
		assertThat(node.at("/children/0/children/0/productCount").intValue()).isEqualTo(4);
		assertThat(node.at("/children/0/children/0/children").isEmpty()).isTrue();
	}

	@Test
	void aCategoryIsFoundByIdAndBySlug() {
		Calls.Answer byId = this.calls.get("/api/categories/" + this.child);
		Calls.Answer bySlug = this.calls.get("/api/categories/" + byId.body().path("slug").stringValue());
		assertThat(bySlug.body()).isEqualTo(byId.body());
		assertThat(byId.body().path("path").findValuesAsString("id")).containsExactly(this.root.toString(),
				this.child.toString());
		assertThat(byId.body().at("/path/0").propertyNames()).containsExactly("id", "name", "slug");
		assertThat(byId.body().at("/children/0/id").stringValue()).isEqualTo(this.grandchild.toString());
		assertThat(this.calls.get("/api/categories/" + this.child.toString().toUpperCase(Locale.ROOT)).status())
			.isEqualTo(200);
	}

	@Test
	void whatIsNotThereIsNotFound() {
		for (String unknown : List.of(UUID.randomUUID().toString(), "no-such-slug", "1-1-1-1-1", "a'b",
				"%F0%9F%93%B1")) {
			assertThat(this.calls.get("/api/categories/" + unknown).slug()).isEqualTo("not-found");
			assertThat(this.calls.get("/api/categories/" + unknown + "/products").slug()).isEqualTo("not-found");
		}
	}

	@Test
	void categoriesWithATagAreAListInPages() {
		String tag = "Tag " + UUID.randomUUID();
		for (String name : List.of("c", "A", "b")) {
			this.calls.create(Map.of("name", name + " " + tag, "tags", List.of("other", tag), "parentId", this.root));
		}
		String query = "/api/categories?size=2&tag=no-such-tag&tag=" + tag.toLowerCase(Locale.ROOT).replace(" ", "%20");
		JsonNode first = this.calls.get(query).body();
		JsonNode second = this.calls.get(query + "&cursor=" + first.path("nextCursor").stringValue()).body();
		assertThat(first.path("items").findValuesAsString("name")).containsExactly("A " + tag, "b " + tag);
		assertThat(second.path("items").findValuesAsString("name")).containsExactly("c " + tag);
		assertThat(second.path("nextCursor").isNull()).isTrue();
		assertThat(this.calls.get("/api/categories?tag=" + UUID.randomUUID()).body().path("items").isEmpty()).isTrue();
	}

	@Test
	void anOutageOfProductsLeavesTheLastKnownNumbers() {
		Calls.productServiceCounts(Map.of(this.root, 5));
		assertThat(inTree().path("productCount").intValue()).isEqualTo(5);
		Neighbourhood.stubs().stubFor(WireMock.get("/internal/products/counts").willReturn(WireMock.serverError()));
		assertThat(inTree().path("productCount").intValue()).isEqualTo(5);
	}

	@Test
	void aSlowProductServiceHoldsUpNobodyForLong() {
		Neighbourhood.stubs()
			.stubFor(WireMock.get("/internal/products/counts")
				.willReturn(WireMock.okJson("{\"counts\": {}}").withFixedDelay(30_000)));
		long begin = System.nanoTime();
		assertThat(this.calls.get("/api/categories").status()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
	}

	private JsonNode inTree() {
		JsonNode tree = this.calls.get("/api/categories").body();
		assertThat(tree.isArray()).isTrue();
		return tree.valueStream()
			.filter((node) -> node.path("id").stringValue().equals(this.root.toString()))
			.findFirst()
			.orElseThrow();
	}

}
