package kz.duken.product;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static kz.duken.product.Callers.admin;
import static org.awaitility.Awaitility.await;
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

	@ParameterizedTest
	@CsvSource({ "шзрщту 15, iPhone 15", "шзрщту apple, iPhone 15 Apple", "ыфьыгтп ы24, Samsung S24", "айфо, iPhone 15",
			"айф, iPhone 15", "сяоми, Xiaomi 14", "wifi, Router Wi-Fi 6", "wi-fi, Router WiFi 6",
			"tplink, TP-Link Archer", "tp link, TP-Link Archer", "usbc, Cable USB-C", "batteries, Battery pack",
			"battery, Batteries AA", "құлаққаптар, Құлаққап", "кулаккап, Құлаққап", "snoy, Sony Bravia",
			"samsnug 55 дюймов, Samsung TV 55 inch", "айфон-15, iPhone 15" })
	void whatIsMeantIsFound(String typed, String name) {
		String meant = made(name, this.electronics, "\"tags\": []");
		made("Kettle", this.electronics, "\"brand\": \"Bosch\"");

		assertThat(here(typed)).containsExactly(meant);
	}

	@Test
	void aNumberAndItsUnitBelongTogether() {
		String right = made("Disk 256GB", this.electronics, "\"tags\": []");
		String attribute = made("Disk", this.electronics,
				"\"attributes\": [{\"name\": \"Storage\", \"value\": 256, \"unit\": \"ГБ\"}]");
		made("Disk 2560 for 8 GB", this.electronics, "\"tags\": []");

		assertThat(here("disk 256 гб")).containsExactlyInAnyOrder(right, attribute);
		assertThat(here("256gb disk")).containsExactlyInAnyOrder(right, attribute);
	}

	@Test
	void aCardIsNotFoundByWhatItHasNot() {
		made("Plain", this.electronics, "\"attributes\": [{\"name\": \"NFC\", \"value\": false}]");
		String has = made("Smart", this.electronics, "\"attributes\": [{\"name\": \"NFC\", \"value\": true}]");

		assertThat(here("nfc")).containsExactly(has);
	}

	@Test
	void aMistypedCardDoesNotHideTheOthers() {
		String right = made("Quadrocopter", this.electronics, "\"tags\": []");
		String mistyped = made("Quadrocpoter", this.electronics, "\"tags\": []");

		assertThat(here("quadrocpoter sale")).isEmpty();
		assertThat(this.callers.get("/api/products?q={q}&categoryId={c}", "quadrocpote", this.electronics).items("id"))
			.containsExactly(mistyped, right);
	}

	@Test
	void wordsOfDeletedCardsAreNotMeant(@Autowired JdbcClient jdbc) {
		String right = made("Zephyrlamp", this.electronics, "\"tags\": []");
		String gone = made("Zephyrlams", this.electronics, "\"tags\": []");
		jdbc.sql("update product set deleted_at = now() where id = cast(:id as uuid)").param("id", gone).update();

		assertThat(here("zephyrlaxs")).containsExactly(right);
	}

	@Test
	void valuesAreFilteredWithTheirUnitsAndCountedSo() {
		String gb = made("A", this.electronics,
				this.tag + "\"attributes\": [{\"name\": \"Storage\", \"value\": 1, \"unit\": \"ГБ\"}]");
		String text = made("B", this.electronics,
				this.tag + "\"attributes\": [{\"name\": \"Storage\", \"value\": \"1gb\"}]");
		String tb = made("C", this.electronics,
				this.tag + "\"attributes\": [{\"name\": \"Storage\", \"value\": 1, \"unit\": \"TB\"}]");

		Answer all = facets("");

		assertThat(all.body().at("/facets/attributes/Storage").toString())
			.isEqualTo("[{\"value\":\"1 GB\",\"count\":2},{\"value\":\"1 TB\",\"count\":1}]");
		for (String same : List.of("1 GB", "1GB", "1 ГБ", "1.0 гб", "1 гигабайт")) {
			assertThat(filtered(same)).as(same).containsExactlyInAnyOrder(gb, text);
		}
		assertThat(filtered("1 TB")).containsExactly(tb);
		assertThat(filtered("1")).containsExactlyInAnyOrder(gb, text, tb);
		assertThat(filtered("2 GB")).isEmpty();
	}

	@Test
	void pagesStayExactWhileWordsAndCategoriesCome() {
		for (int i = 0; i < 6; i++) {
			made("Айфонище " + "чехол ".repeat(i), this.electronics, "\"tags\": [\"айфонище\"]");
		}
		List<String> pages = new ArrayList<>();
		Answer page = this.callers.get("/api/products?q={q}&categoryId={c}&size=2", "айфонище", this.electronics);
		pages.addAll(page.items("id"));
		UUID below = UUID.randomUUID();
		for (int i = 0; !page.nextCursor().equals("null"); i++) {
			Feeds.categories(Feeds.category(below, this.electronics, "Айфонище", "\"aifonische\"", i + 1));
			made("Aifonisch" + "e".repeat(i + 1) + " iphonische", below, "\"tags\": []");
			page = this.callers.get("/api/products?q={q}&categoryId={c}&size=2&cursor=" + page.nextCursor(), "айфонище",
					this.electronics);
			pages.addAll(page.items("id"));
		}

		assertThat(pages).hasSize(6).doesNotHaveDuplicates();
	}

	@Test
	void cardsIndexedInAnOlderWayAreIndexedAnew(@Autowired JdbcClient jdbc) {
		String word = "Oldcard" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
		String id = made(word, this.electronics, "\"tags\": []");
		jdbc.sql("update product set search_words = '', filter_keys = '{}', indexed = 0 where id = cast(:id as uuid)")
			.param("id", id)
			.update();
		jdbc.sql("update spelling set sound = '', deletions = '{}' where word = lower(:word)")
			.param("word", word)
			.update();

		await().until(() -> here(word).equals(List.of(id)));

		await().until(() -> jdbc.sql("select sound <> '' from spelling where word = lower(:word)")
			.param("word", word)
			.query(Boolean.class)
			.single());
	}

	@Test
	void aSearchThatTakesTooLongIsAnOutage(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
		transaction.executeWithoutResult((status) -> {
			jdbc.sql("lock table product in access exclusive mode").update();

			assertThat(this.callers.get("/api/products?q=phone").status()).isEqualTo(503);
		});
	}

	@Test
	void aRenamedCategoryIsFoundByItsNewName() {
		String laptop = made("Zenbook 14", this.laptops, "\"brand\": \"ASUS\"");
		assertThat(here("ультрабук")).containsExactly(laptop);

		Feeds.categories(Feeds.category(this.laptops, this.electronics, "Portables", "", 2));
		await().until(() -> here("portable").equals(List.of(laptop)));

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
	void theSameAttributeIsOneHoweverItIsWritten() {
		String one = made("A", this.laptops, """
				"attributes": [{"name": "RAM", "value": 16, "unit": "GB"}]""");
		String other = made("B", this.laptops,
				"""
						"attributes": [{"name": "ram", "value": 16, "unit": "ГБ"}, {"name": "RAM", "value": 2, "unit": "slots"}]""");

		Answer compared = this.callers.get("/api/products/compare?id={b}&id={a}", other, one);

		assertThat(compared.body().at("/attributes/0").toString())
			.isEqualTo("{\"name\":\"ram\",\"unit\":\"ГБ\",\"values\":[16,16],\"differs\":false}");
		assertThat(compared.body().at("/attributes/1/values").toString()).isEqualTo("[2,null]");
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

	private List<String> filtered(String storage) {
		return this.callers.get("/api/products?tag={t}&attr.Storage={v}", this.electronics, storage).items("id");
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
