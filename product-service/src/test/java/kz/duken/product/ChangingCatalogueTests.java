package kz.duken.product;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import kz.duken.product.word.Keyboard;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is found while cards, words and categories come and go. */
@ServiceTest
class ChangingCatalogueTests {

	private final UUID electronics = UUID.randomUUID();

	private final UUID laptops = UUID.randomUUID();

	private final Callers callers;

	ChangingCatalogueTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@BeforeEach
	void thereAreCategories() {
		Feeds.categories(Feeds.category(this.electronics, null, "Electronics", ""),
				Feeds.category(this.laptops, this.electronics, "Laptops", "\"ноутбук\", \"ультрабук\""));
	}

	@Test
	void wordsOfDeletedCardsAreNotMeant(@Autowired JdbcClient jdbc) {
		String right = this.callers.made("Zephyrlamp", this.electronics, "\"tags\": []");
		String gone = this.callers.made("Zephyrlams", this.electronics, "\"tags\": []");
		jdbc.sql("update product set deleted_at = now() where id = cast(:id as uuid)").param("id", gone).update();

		assertThat(here("zephyrlaxs")).containsExactly(right);
	}

	@Test
	void aRenamedCategoryIsFoundByItsNewName() {
		String laptop = this.callers.made("Zenbook 14", this.laptops, "\"brand\": \"ASUS\"");
		assertThat(here("ультрабук")).containsExactly(laptop);

		Feeds.categories(Feeds.category(this.laptops, this.electronics, "Portables", "", 2));
		await().until(() -> here("portable").equals(List.of(laptop)));

		assertThat(here("ультрабук")).isEmpty();
	}

	@Test
	void cardsIndexedInAnOlderWayAreIndexedAnew(@Autowired JdbcClient jdbc) {
		String word = "Oldcard" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
		String id = this.callers.made(word, this.electronics, "\"tags\": []");
		jdbc.sql("update spelling set sound = '', deletions = '{}' where word = lower(:word)")
			.param("word", word)
			.update();
		jdbc.sql(
				"update product set search_words = '', name_words = '', filter_keys = '{}', indexed = 1 where id = cast(:id as uuid)")
			.param("id", id)
			.update();

		await().until(() -> here(word).equals(List.of(id)));

		await().until(() -> jdbc.sql("select sound <> '' from spelling where word = lower(:word)")
			.param("word", word)
			.query(Boolean.class)
			.single());
	}

	@Test
	void aListStaysExactWhileCardsAreAdded() {
		String word = "Gadget" + UUID.randomUUID().toString().substring(0, 4);
		for (int i = 0; i < 5; i++) {
			this.callers.made(word + " " + i, this.electronics, "\"tags\": []");
		}
		Answer first = this.callers.get("/api/products?q={q}&size=2", word);
		this.callers.made(word + " new", this.electronics, "\"tags\": []");

		List<String> second = this.callers.get("/api/products?q={q}&size=10&cursor=" + first.nextCursor(), word)
			.items("name");

		assertThat(first.items("name")).doesNotContainAnyElementsOf(second);
		assertThat(second).hasSize(3).doesNotContain(word + " new");
	}

	@Test
	void pagesStayExactWhileWordsAndCategoriesCome() {
		for (int i = 0; i < 6; i++) {
			this.callers.made("Айфонище " + "чехол ".repeat(i), this.electronics, "\"tags\": [\"айфонище\"]");
		}
		List<String> pages = new ArrayList<>();
		Answer page = this.callers.get("/api/products?q={q}&categoryId={c}&size=2", "айфонище", this.electronics);
		pages.addAll(page.items("id"));
		UUID below = UUID.randomUUID();
		for (int i = 0; !page.nextCursor().equals("null"); i++) {
			Feeds.categories(Feeds.category(below, this.electronics, "Айфонище", "\"aifonische\"", i + 1));
			this.callers.made("Aifonisch" + "e".repeat(i + 1) + " iphonische", below, "\"tags\": []");
			page = this.callers.get("/api/products?q={q}&categoryId={c}&size=2&cursor=" + page.nextCursor(), "айфонище",
					this.electronics);
			pages.addAll(page.items("id"));
		}

		assertThat(pages).hasSize(6).doesNotHaveDuplicates();
	}

	@Test
	void aMistypedListStaysExactWhenWhatWasTypedComesToBeAWord() {
		String typed = "zumbravilom";
		for (int i = 0; i < 5; i++) {
			this.callers.made("Zumbravilon " + i, this.electronics, "\"tags\": []");
		}
		Answer first = this.callers.get("/api/products?q={q}&categoryId={c}&size=2", typed, this.electronics);
		this.callers.made(Keyboard.switched(typed), this.electronics, "\"tags\": []");

		Answer second = this.callers.get("/api/products?q={q}&categoryId={c}&size=10&cursor=" + first.nextCursor(),
				typed, this.electronics);

		assertThat(first.items("id")).hasSize(2);
		assertThat(second.items("id")).hasSize(3).doesNotContainAnyElementsOf(first.items("id"));
	}

	private List<String> here(String typed) {
		return this.callers.get("/api/products?q={q}&categoryId={c}", typed, this.electronics).items("id");
	}

}
