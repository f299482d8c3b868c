package kz.duken.product;

import java.util.List;
import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

import static kz.duken.product.Callers.admin;
import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor means, further filters, suggestions, and products side by side. */
@ServiceTest
class FindingTests {

	private final UUID electronics = UUID.randomUUID();

	private final UUID laptops = UUID.randomUUID();

	private final String tag = "\"tags\": [\"" + this.electronics + "\"], ";

	private final Callers callers;

	FindingTests(@Autowired RestTestClient http) {
		this.callers = new Callers(http);
	}

	@BeforeEach
	void thereAreCategories() {
		Feeds.categories(Feeds.category(this.electronics, null, "Electronics", ""),
				Feeds.category(this.laptops, this.electronics, "Laptops", "\"ноутбук\", \"ультрабук\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "айфон", "айфон 15", "Айфоны", "шзрщту", "256 ГБ", "256ГБ айфон" })
	void otherLettersMeanTheSamePhone(String typed) {
		String phone = made("iPhone 15 256GB", this.electronics, "\"brand\": \"Apple\"");
		made("Kettle", this.electronics, "\"brand\": \"Bosch\"");

		assertThat(here(typed)).containsExactly(phone);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ноутбук", "ноутбуки", "ноутб", "noutbuk", "laptop", "laptops", "yjen,er", "ноутбук asus",
			"electronics zenbook" })
	void aCategoryIsFoundByItsNameAndTags(String typed) {
		String laptop = made("Zenbook 14", this.laptops, "\"brand\": \"ASUS\"");
		made("Kettle", this.electronics, "\"brand\": \"Bosch\"");

		assertThat(here(typed)).containsExactly(laptop);
	}

	@Test
	void aRenamedCategoryIsFoundByItsNewName() {
		String laptop = made("Zenbook 14", this.laptops, "\"brand\": \"ASUS\"");
		assertThat(here("ультрабук")).containsExactly(laptop);

		Feeds.categories(Feeds.category(this.laptops, this.electronics, "Portables", "", 2));
		org.awaitility.Awaitility.await().until(() -> here("portable").equals(List.of(laptop)));

		assertThat(here("ультрабук")).isEmpty();
	}

	@Test
	void facetsCountOverAllFiltersButTheirOwn() {
		made("A", this.laptops, this.tag + "\"brand\": \"ASUS\", \"attributes\": [{\"name\": \"RAM\", \"value\": 16}]");
		made("B", this.laptops, this.tag + "\"brand\": \"asus\", \"attributes\": [{\"name\": \"RAM\", \"value\": 32}]");
		made("C", this.electronics,
				this.tag + "\"brand\": \"Acer\", \"attributes\": [{\"name\": \"RAM\", \"value\": 16}]");

		Answer all = facets("");
		Answer asus = facets("&brand=asus");
		Answer both = facets("&brand=asus&attr.RAM=16");

		assertThat(all.body().at("/facets/brand").toString())
			.isEqualTo("[{\"value\":\"ASUS\",\"count\":2},{\"value\":\"Acer\",\"count\":1}]");
		assertThat(all.body().at("/facets/category").findValuesAsString("name")).containsExactly("Electronics",
				"Laptops");
		assertThat(all.body().at("/facets/category").findValuesAsString("count")).containsExactly("3", "2");
		assertThat(all.body().at("/facets/attributes/RAM").toString())
			.isEqualTo("[{\"value\":\"16\",\"count\":2},{\"value\":\"32\",\"count\":1}]");
		assertThat(all.body().at("/facets/approximate").asBoolean()).isFalse();
		assertThat(all.body().at("/facets/price/min").isNull()).isTrue();
		assertThat(asus.items("id")).hasSize(2);
		assertThat(asus.body().at("/facets/brand")).hasSize(2);
		assertThat(asus.body().at("/facets/attributes/RAM").findValuesAsString("count")).containsExactly("1", "1");
		assertThat(both.items("id")).hasSize(1);
		assertThat(both.body().at("/facets/brand").findValuesAsString("value")).containsExactlyInAnyOrder("Acer",
				"ASUS");
		assertThat(both.body().at("/facets/attributes/RAM")).hasSize(2);
	}

	@Test
	void facetsAreToldOnlyWhenAskedFor() {
		assertThat(this.callers.get("/api/products?categoryId={c}", this.laptops).body().has("facets")).isFalse();
		assertThat(this.callers.get("/api/products?facets=perhaps").status()).isEqualTo(400);
	}

	@Test
	void aListStaysExactWhileCardsAreAdded() {
		String word = "Gadget" + UUID.randomUUID().toString().substring(0, 4);
		for (int i = 0; i < 5; i++) {
			made(word + " " + i, this.electronics, "\"tags\": []");
		}
		Answer first = this.callers.get("/api/products?q={q}&size=2", word);
		made(word + " new", this.electronics, "\"tags\": []");

		List<String> second = this.callers.get("/api/products?q={q}&size=10&cursor=" + first.nextCursor(), word)
			.items("name");

		assertThat(first.items("name")).doesNotContainAnyElementsOf(second);
		assertThat(second).hasSize(3).doesNotContain(word + " new");
	}

	@Test
	void aSearchBoxIsHelped() {
		String word = "Thing" + UUID.randomUUID().toString().substring(0, 4);
		for (int i = 0; i < 9; i++) {
			made(word + " " + i, this.electronics, "\"images\": [\"/images/x.svg\"]");
		}

		Answer suggested = this.callers.get("/api/products/suggest?q={q}", word.substring(0, 8));

		assertThat(suggested.items("id")).hasSize(8);
		assertThat(suggested.body().at("/items/0").propertyNames()).containsExactly("id", "name", "price", "image");
		assertThat(this.callers.get("/api/products/suggest").items("id")).isEmpty();
		assertThat(this.callers.get("/api/products/suggest?q={q}", "x".repeat(201)).status()).isEqualTo(400);
	}

	@Test
	void productsAreComparedAttributeByAttribute() {
		String one = made("A", this.laptops, """
				"attributes": [{"name": "RAM", "value": 16.0, "unit": "GB"}, {"name": "NFC", "value": true}]""");
		String other = made("B", this.laptops, """
				"attributes": [{"name": "RAM", "value": 16, "unit": "GB"}, {"name": "Color", "value": "red"}]""");

		Answer compared = this.callers.get("/api/products/compare?id={a}&id={b}", one, other);

		assertThat(compared.body().at("/products").findValuesAsString("id")).startsWith(one);
		assertThat(compared.body().at("/attributes").findValuesAsString("name")).containsExactly("RAM", "NFC", "Color");
		assertThat(compared.body().at("/attributes").findValuesAsString("differs")).containsExactly("false", "true",
				"true");
		assertThat(compared.body().at("/attributes/2/values").toString()).isEqualTo("[null,\"red\"]");
	}

	@Test
	void onlySomeProductsCanBeCompared() {
		String one = made("A", this.laptops, "\"tags\": []");

		assertThat(this.callers.get("/api/products/compare?id={a}", one).status()).isEqualTo(400);
		assertThat(this.callers.get("/api/products/compare").status()).isEqualTo(400);
		assertThat(this.callers.get("/api/products/compare?id={a}&id={b}", one, one).status()).isEqualTo(400);
		assertThat(this.callers.get("/api/products/compare?id=x&id=y").status()).isEqualTo(400);
		assertThat(this.callers.get("/api/products/compare?id={a}&id={b}", one, UUID.randomUUID()).status())
			.isEqualTo(404);
	}

	private List<String> here(String typed) {
		return this.callers.get("/api/products?q={q}&categoryId={c}", typed, this.electronics).items("id");
	}

	private Answer facets(String filters) {
		return this.callers.get("/api/products?facets=true&tag={t}" + filters, this.electronics);
	}

	private String made(String name, UUID in, String rest) {
		Answer made = this.callers.post(admin(),
				"{\"name\": \"%s\", \"categoryId\": \"%s\", %s}".formatted(name, in, rest), "/api/products");
		assertThat(made.status()).isEqualTo(201);
		return made.at("/id");
	}

}
