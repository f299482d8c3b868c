package kz.duken.product;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import kz.duken.test.LongTransaction;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor means is found, however he writes it. */
@ServiceTest
class FindingTests {

	private final UUID electronics = UUID.randomUUID();

	private final UUID laptops = UUID.randomUUID();

	private final Callers callers;

	FindingTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@BeforeEach
	void thereAreCategories() {
		Feeds.categories(Feeds.category(this.electronics, null, "Electronics", ""),
				Feeds.category(this.laptops, this.electronics, "Laptops", "\"ноутбук\", \"мини-компьютер\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "айфон", "айфон 15", "Айфоны", "шзрщту", "256 ГБ", "256ГБ айфон" })
	void otherLettersMeanTheSamePhone(String typed) {
		String phone = this.callers.made("iPhone 15 256GB", this.electronics, "\"brand\": \"Apple\"");
		this.callers.made("Kettle", this.electronics, "\"brand\": \"Bosch\"");

		assertThat(here(typed)).containsExactly(phone);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ноутбук", "ноутбуки", "ноутб", "noutbuk", "laptop", "laptops", "yjen,er", "ноутбук asus",
			"electronics zenbook", "ноутбук,asus", "asus/ноутбук", "yjen,er asus", "мини-компьютер",
			"мини-компьютеры asus" })
	void aCategoryIsFoundByItsNameAndTags(String typed) {
		String laptop = this.callers.made("Zenbook 14", this.laptops, "\"brand\": \"ASUS\"");
		this.callers.made("Kettle", this.electronics, "\"brand\": \"Bosch\"");

		assertThat(here(typed)).containsExactly(laptop);
	}

	@ParameterizedTest
	@CsvSource({ "шзрщту 15, iPhone 15", "шзрщту apple, iPhone 15 Apple", "ыфьыгтп ы24, Samsung S24", "айфо, iPhone 15",
			"айф, iPhone 15", "сяоми, Xiaomi 14", "wifi, Router Wi-Fi 6", "wi-fi, Router WiFi 6",
			"tplink, TP-Link Archer", "tp link, TP-Link Archer", "usbc, Cable USB-C", "batteries, Battery pack",
			"battery, Batteries AA", "құлаққаптар, Құлаққап", "кулаккап, Құлаққап", "snoy, Sony Bravia",
			"samsnug 55 дюймов, Samsung TV 55 inch", "айфон-15, iPhone 15", "s24ultra, Samsung S24 Ultra",
			"s24ul, Samsung S24 Ultra", "note10s, Redmi Note 10S" })
	void whatIsMeantIsFound(String typed, String name) {
		String meant = this.callers.made(name, this.electronics, "\"tags\": []");
		this.callers.made("Kettle", this.electronics, "\"brand\": \"Bosch\"");

		assertThat(here(typed)).containsExactly(meant);
	}

	@Test
	void whatIsNotYetTypedToItsEndMayBecomeALongerWord() {
		String longer = this.callers.made("Zorovo", this.electronics, "\"tags\": []");
		String shorter = this.callers.made("Zors", this.electronics, "\"tags\": []");
		String otherAlphabet = this.callers.made("Зуревон", this.electronics, "\"tags\": []");
		this.callers.made("Zure", this.electronics, "\"tags\": []");

		assertThat(here("zorv")).containsExactlyInAnyOrder(longer, shorter);
		assertThat(here("zurev")).containsExactly(otherAlphabet);
	}

	@Test
	void aBeginningFindsWhateverWordItBegins() {
		List<String> few = made("Vurano", "Vuranos", "VURANO7x", "Vura-no", "Vuran-o12");
		assertThat(here("vurano")).containsExactlyInAnyOrderElementsOf(few);

		List<String> many = made("Vuranoa", "Vuranob", "Vuranoc", "Vuranod", "Vuranoe");
		assertThat(here("vurano"))
			.containsExactlyInAnyOrderElementsOf(Stream.of(few, many).flatMap(List::stream).toList());
	}

	private List<String> made(String... names) {
		return Stream.of(names).map((name) -> this.callers.made(name, this.electronics, "\"tags\": []")).toList();
	}

	@Test
	void whatIsTypedComesBeforeWhatSoundsLikeIt() {
		String typed = this.callers.made("iPhone 15", this.electronics, "\"tags\": []");
		String alike = this.callers.made("Aeef", this.electronics, "\"tags\": []");

		assertThat(here("iph")).containsExactly(typed, alike);
	}

	@Test
	void aWordThatOneSlipMakesComesBeforeLongerOnes() {
		String word = this.callers.made("Bravion", this.electronics, "\"tags\": []");
		this.callers.made("Bravoinist", this.electronics, "\"tags\": []");

		assertThat(here("braviin")).containsExactly(word);
	}

	@ParameterizedTest
	@ValueSource(strings = { "relevance", "newest" })
	void anyOfThePhrasesWillDo(String sort) {
		String laptop = this.callers.made("Zenbook 14", this.laptops, "\"brand\": \"ASUS\"");
		String kettle = this.callers.made("Kettle", this.electronics, "\"brand\": \"Bosch\"");
		this.callers.made("Iron", this.electronics, "\"brand\": \"Bosch\"");

		assertThat(this.callers
			.get("/api/products?q={q}&q={r}&q={s}&sort={sort}&categoryId={c}", "ноутбук asus", "bosch ket",
					"ноутбук bosch", sort, this.electronics)
			.items("id")).containsExactlyInAnyOrder(laptop, kettle);
	}

	@Test
	void aNumberAndItsUnitBelongTogether() {
		String right = this.callers.made("Disk 256GB", this.electronics, "\"tags\": []");
		String attribute = this.callers.made("Disk", this.electronics,
				"\"attributes\": [{\"name\": \"Storage\", \"value\": 256, \"unit\": \"ГБ\"}]");
		this.callers.made("Disk 2560 for 8 GB", this.electronics, "\"tags\": []");

		assertThat(here("disk 256 гб")).containsExactlyInAnyOrder(right, attribute);
		assertThat(here("256gb disk")).containsExactlyInAnyOrder(right, attribute);
	}

	@Test
	void aCardIsNotFoundByWhatItHasNot() {
		this.callers.made("Plain", this.electronics, "\"attributes\": [{\"name\": \"NFC\", \"value\": false}]");
		String has = this.callers.made("Smart", this.electronics,
				"\"attributes\": [{\"name\": \"NFC\", \"value\": true}]");

		assertThat(here("nfc")).containsExactly(has);
	}

	@Test
	void howACardIsIndexedIsNoWordOfIt() {
		String card = this.callers.made("Zebra", this.electronics, "\"brand\": \"Ox\"");

		assertThat(here("zebr")).containsExactly(card);
		for (String typed : List.of("c", "cat", "zebra cat", "category", "n", "name")) {
			assertThat(here(typed)).as(typed).isEmpty();
		}
	}

	@Test
	void aMistypedCardDoesNotHideTheOthers() {
		String right = this.callers.made("Quadrocopter", this.electronics, "\"tags\": []");
		String mistyped = this.callers.made("Quadrocpoter", this.electronics, "\"tags\": []");

		assertThat(here("quadrocpoter sale")).isEmpty();
		assertThat(this.callers.get("/api/products?q={q}&categoryId={c}", "quadrocpote", this.electronics).items("id"))
			.containsExactly(mistyped, right);
	}

	@Test
	void aSearchBoxIsHelped() {
		String word = "Thing" + UUID.randomUUID().toString().substring(0, 4);
		for (int i = 0; i < 9; i++) {
			this.callers.made(word + " " + i, this.electronics, "\"images\": [\"/images/x.svg\"]");
		}

		Answer suggested = this.callers.get("/api/products/suggest?q={q}", word.substring(0, 8));

		assertThat(suggested.items("id")).hasSize(8);
		assertThat(suggested.body().at("/items/0").propertyNames()).containsExactly("id", "name", "price", "image");
		assertThat(this.callers.get("/api/products/suggest").items("id")).isEmpty();
		assertThat(this.callers.get("/api/products/suggest?q={q}", "x".repeat(201)).status()).isEqualTo(400);
	}

	@Test
	void aSearchThatTakesTooLongIsAnOutage(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
		Answer answer = new LongTransaction(transaction, jdbc).run(() -> {
			jdbc.sql("lock table product in access exclusive mode").update();
			return this.callers.once().get("/api/products?q=phone");
		});

		assertThat(answer.status()).isEqualTo(503);
	}

	private List<String> here(String typed) {
		return this.callers.get("/api/products?q={q}&categoryId={c}", typed, this.electronics).items("id");
	}

}
