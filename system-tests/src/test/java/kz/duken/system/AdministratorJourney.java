package kz.duken.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator keeps categories and cards in order. */
class AdministratorJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void theDemoCatalogueIsThere() {
		JsonNode tree = Person.STRANGER.get("/api/categories").expect(200).body();

		assertThat(tree.findValues("slug")).hasSizeGreaterThanOrEqualTo(25);
		assertThat(Person.STRANGER.get("/api/categories/phones-and-gadgets").expect(200).whole("/productCount"))
			.isPositive();
		Answer shops = Person.STRANGER.get("/api/shops?size=100").expect(200);
		assertThat(shops.at("/items").size()).isGreaterThanOrEqualTo(8);
		Answer found = Person.STRANGER.get("/api/products?q=galaxy&inStock=true&size=100").expect(200);
		assertThat(found.at("/items").size()).isGreaterThanOrEqualTo(5);
		assertThat(found.at("/items").findValues("offerCount"))
			.allSatisfy((count) -> assertThat(count.asInt()).isPositive());
	}

	@Test
	void everyPictureOfACardIsServed() {
		Set<String> images = new HashSet<>();
		String cursor = "";
		while (cursor != null) {
			Answer page = Person.STRANGER.get("/api/products?size=100" + cursor).expect(200);
			page.at("/items").findValues("images").forEach((all) -> all.forEach((one) -> images.add(one.asString())));
			JsonNode next = page.at("/nextCursor");
			cursor = next.isString() ? "&cursor=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8) : null;
		}

		assertThat(images).hasSizeGreaterThanOrEqualTo(150);
		assertThat(images).filteredOn((image) -> image.startsWith("/"))
			.allSatisfy((image) -> assertThat(Person.STRANGER.get(image).expect(200).header("Content-Type"))
				.startsWith("image/svg+xml"));
	}

	@Test
	void aCategoryInUseStays() {
		Person admin = Person.admin();
		Wares wares = Wares.offered("10", 1);
		String product = "/api/products/" + wares.productId();
		String category = "/api/categories/" + Person.STRANGER.get(product).text("/categoryId");

		admin.delete(category).expectProblem(409, "category-not-empty");
		admin.delete(product).expectProblem(409, "product-has-offers");
		wares.owner().delete("/api/shops/" + wares.shopId() + "/offers/" + wares.productId()).expect(204);
		admin.delete(product).expect(204);
		admin.delete(category).expect(204);

		Person.STRANGER.get(product).expectProblem(404, "not-found");
		Person.STRANGER.get(category).expectProblem(404, "not-found");
	}

	@Test
	void theTreeHasNoCircles() {
		Person admin = Person.admin();
		String name = "Branch " + UUID.randomUUID();
		Answer root = admin.post("/api/categories", "{\"name\": \"" + name + "\"}").expect(201);
		Answer leaf = admin.post("/api/categories", """
				{"name": "%s leaf", "parentId": "%s"}""".formatted(name, root.text("/id"))).expect(201);

		admin.put("/api/categories/" + root.text("/id"), """
				{"name": "%s", "parentId": "%s"}""".formatted(name, leaf.text("/id"))).expectProblem(400, "validation");

		assertThat(Person.STRANGER.get("/api/categories/" + leaf.text("/slug")).expect(200).at("/path")).hasSize(2);
	}

	@Test
	void aBranchIsMovedWithAllThatIsBelow() {
		Person admin = Person.admin();
		String name = "Moved " + UUID.randomUUID();
		String branch = admin.post("/api/categories", "{\"name\": \"" + name + "\"}").expect(201).text("/id");
		String place = admin.post("/api/categories", "{\"name\": \"Place " + name + "\"}").expect(201).text("/id");
		Answer product = admin.post("/api/products", """
				{"name": "Thing of %s", "categoryId": "%s"}""".formatted(name, branch)).expect(201);
		String card = "/api/products/" + product.text("/id");

		admin.put("/api/categories/" + branch, """
				{"name": "%s", "parentId": "%s"}""".formatted(name, place)).expect(200);
		Answer renamed = admin.put(card, """
				{"name": "Renamed of %s", "categoryId": "%s", "brand": "Acme"}""".formatted(name, branch)).expect(200);

		assertThat(renamed.text("/brand")).isEqualTo("Acme");
		Patience.until("the card in its new place",
				() -> Person.STRANGER.read("/api/categories/" + place + "/products")
					.text("/items/0/id")
					.equals(product.text("/id")));
		assertThat(Person.STRANGER.get("/api/categories/" + place).expect(200).text("/children/0/id"))
			.isEqualTo(branch);
		assertThat(Person.STRANGER.get(card + "/offers").expect(200).at("/items")).isEmpty();
	}

	@Test
	void onlyAnAdministratorMayDoThat() {
		Person customer = Person.registered();

		customer.post("/api/categories", "{\"name\": \"Mine\"}").expectProblem(403, "forbidden");
		customer.post("/api/products", "{\"name\": \"Mine\"}").expectProblem(403, "forbidden");
		customer.get("/api/customers").expectProblem(403, "forbidden");
		Person.STRANGER.post("/api/categories", "{\"name\": \"Mine\"}").expectProblem(401, "unauthorized");
	}

}
