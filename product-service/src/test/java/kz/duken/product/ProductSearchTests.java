package kz.duken.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

import static kz.duken.product.Callers.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ServiceTest
class ProductSearchTests {

	private final UUID category = UUID.randomUUID();

	private final UUID below = UUID.randomUUID();

	private final UUID farBelow = UUID.randomUUID();

	private final Callers callers;

	ProductSearchTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@BeforeEach
	void thereAreCategories() {
		Feeds.categories(Feeds.category(this.category), Feeds.category(this.below, this.category, false, 1),
				Feeds.category(this.farBelow, this.below, false, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "iphone", "IPHONE", "ipho", "iphnoe", "ihpone", "apple iphnoe", "15 apple", "iphone15",
			"128 gb", "128gb", "usb c", "флагман", "флагмн", "%iphone_", "graphite" })
	void aPhoneIsFoundHoweverItIsTyped(String typed) {
		String phone = made("iPhone 15 128GB", """
				"brand": "Apple", "tags": ["Флагман", "USB-C"],
				"attributes": [{"name": "Color", "value": "Graphite"}]""");
		made("Kettle", "\"brand\": \"Bosch\"");

		assertThat(ids("?q={q}&categoryId={c}", typed, this.category)).containsExactly(phone);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "_", "%%%", "\\", "'", "--", "iphone kettle", "xqzwv", "!@#$^&*()" })
	void whatNobodyWroteFindsNothing(String typed) {
		made("iPhone 15", "\"tags\": []");
		made("Kettle", "\"tags\": []");

		assertThat(ids("?q={q}&categoryId={c}", typed, this.category)).isEmpty();
	}

	@Test
	void aNameGivenWholeComesFirst() {
		String name = "Robot " + UUID.randomUUID().toString().substring(0, 8);
		made(name + " mini " + name, "\"brand\": \"%s\", \"tags\": [\"%s\"]".formatted(name, name));
		String exact = made(name, "\"tags\": []");
		made(name + " max", "\"tags\": []");

		Answer found = this.callers.get("/api/products?q={q}", name.toUpperCase(Locale.ROOT));

		assertThat(found.items("id")).hasSize(3).first().isEqualTo(exact);
	}

	@Test
	void anIdGivenWholeFindsItsProduct() {
		String id = made("Kettle", "\"tags\": []");

		assertThat(ids("?q={q}", id)).containsExactly(id);
	}

	@Test
	void aListIsWithoutDescriptions() {
		made("Kettle", "\"description\": \"Boils.\"");

		Answer found = this.callers.get("/api/products?categoryId={c}", this.category);

		assertThat(found.body().at("/items/0").has("description")).isFalse();
		assertThat(found.body().at("/items/0").has("bestOffer")).isTrue();
		assertThat(found.nextCursor()).isEqualTo("null");
	}

	@Test
	void aCategoryMeansAllBelowIt() {
		String here = made("Here", "\"tags\": []");
		String there = this.callers.made("There", this.farBelow, "\"tags\": []");

		assertThat(ids("?categoryId={c}", this.category)).containsExactly(there, here);
		assertThat(ids("?categoryId={c}", this.below)).containsExactly(there);
		assertThat(ids("?categoryId={c}&categoryId={d}", this.farBelow, UUID.randomUUID())).containsExactly(there);
		assertThat(ids("?categoryId={c}", UUID.randomUUID())).isEmpty();
	}

	@Test
	void aRepeatedFilterMeansAnyAndDifferentOnesAll() {
		String red = made("Red", "\"brand\": \"Bosch\", \"tags\": [\"Red\", \"Steel\"]");
		String blue = made("Blue", "\"brand\": \"bosch\", \"tags\": [\"blue\"]");
		String other = made("Other", "\"brand\": \"Tefal\", \"tags\": [\"red\"]");

		assertThat(here("&brand=BOSCH")).containsExactly(blue, red);
		assertThat(here("&tag=rED")).containsExactly(other, red);
		assertThat(here("&tag=red&tag=blue&sort=newest")).containsExactly(other, blue, red);
		assertThat(here("&tag=red&brand=bosch")).containsExactly(red);
		assertThat(here("&brand=bos")).isEmpty();
	}

	@Test
	void attributesAreFoundByTheirValues() {
		String number = made("A", "\"attributes\": [{\"name\": \"RAM\", \"value\": 16.0, \"unit\": \"GB\"}]");
		String text = made("B", "\"attributes\": [{\"name\": \"RAM\", \"value\": \"16\"}]");
		String truth = made("C", "\"attributes\": [{\"name\": \"NFC\", \"value\": true}]");
		String size = made("D", "\"attributes\": [{\"name\": \"Диагональ, см\", \"value\": \"=1&2\"}]");

		assertThat(here("&attr.RAM=16")).containsExactly(text, number);
		assertThat(here("&attr.RAM=8&attr.RAM=16.00")).containsExactly(text, number);
		assertThat(here("&attr.NFC=true")).containsExactly(truth);
		assertThat(here("&attr.NFC=true&attr.RAM=16")).isEmpty();
		assertThat(ids("?categoryId={c}&attr.{n}={v}", this.category, "Диагональ, см", "=1&2")).containsExactly(size);
	}

	@Test
	void pricesStockAndShopsAreFiltered() {
		UUID shop = UUID.randomUUID();
		String dear = made("Dear", "\"tags\": []");
		String cheap = made("Cheap", "\"tags\": []");
		String soldOut = made("Sold out", "\"tags\": []");
		String none = made("None", "\"tags\": []");
		UUID otherShop = UUID.randomUUID();
		offered(Feeds.offer(cheap, otherShop, "100", 1), Feeds.offer(soldOut, shop, "200", 0),
				Feeds.offer(dear, shop, "300.50", 1));

		assertThat(here("&minPrice=100&maxPrice=300.5&sort=price")).containsExactly(cheap, soldOut, dear);
		assertThat(here("&minPrice=200.01")).containsExactly(dear);
		assertThat(here("&minPrice=250&minPrice=150&sort=price")).containsExactly(soldOut, dear);
		assertThat(here("&inStock=true")).containsExactly(cheap, dear);
		assertThat(here("&inStock=false")).containsExactly(none, soldOut);
		assertThat(here("&inStock=true&inStock=false")).hasSize(4);
		assertThat(here("&shopId=" + shop)).containsExactly(soldOut, dear);
		assertThat(here("&sort=price")).containsExactly(cheap, soldOut, dear, none);
		assertThat(here("&sort=-price")).containsExactly(dear, soldOut, cheap, none);
	}

	@Test
	void namesAreSortedAsPeopleDo() {
		String b = made("бета", "\"tags\": []");
		String a = made("Альфа", "\"tags\": []");
		String kazakh = made("Әже", "\"tags\": []");
		String latin = made("zeta", "\"tags\": []");

		assertThat(here("&sort=name")).containsExactly(latin, a, kazakh, b);
	}

	@ParameterizedTest
	@ValueSource(strings = { "newest", "price", "-price", "name", "relevance&q=widget", "relevance&q=wigdet" })
	void pagesBeginWhereTheOneBeforeEnded(String sort) {
		for (int i = 0; i < 7; i++) {
			made("Widget " + (i % 3), "\"tags\": []");
		}
		List<String> widgets = here("&size=100");
		UUID shop = UUID.randomUUID();
		offered(Feeds.offer(widgets.get(0), shop, "100", 1), Feeds.offer(widgets.get(2), shop, "102", 1),
				Feeds.offer(widgets.get(4), shop, "100", 1), Feeds.offer(widgets.get(6), shop, "101", 0));
		List<String> whole = here("&size=100&sort=" + sort);

		List<String> pages = new ArrayList<>();
		String cursor = "";
		do {
			Answer page = this.callers.get("/api/products?categoryId={c}&size=2&cursor=" + cursor + "&sort=" + sort,
					this.category);
			pages.addAll(page.items("id"));
			cursor = page.nextCursor();
		}
		while (!"null".equals(cursor));

		assertThat(whole).hasSize(7);
		assertThat(pages).isEqualTo(whole);
	}

	@Test
	void categoryServiceSeesTheSameList() {
		made("Kettle", "\"tags\": []");

		Answer internal = this.callers.call(service("category-service"), HttpMethod.GET, "",
				"/internal/products?categoryId={c}", this.category);

		assertThat(internal.body()).isEqualTo(this.callers.get("/api/products?categoryId={c}", this.category).body());
	}

	private List<String> here(String filters) {
		return ids("?categoryId={c}" + filters, this.category);
	}

	private List<String> ids(String query, Object... variables) {
		Answer answer = this.callers.get("/api/products" + query, variables);
		assertThat(answer.status()).isEqualTo(200);
		return answer.items("id");
	}

	private String made(String name, String rest) {
		return this.callers.made(name, this.category, rest);
	}

	private void offered(Feeds.Offer... offers) {
		Feeds.shops(Arrays.stream(offers)
			.map((offer) -> Feeds.shop(offer.shop(), "ACTIVE", 1))
			.distinct()
			.toArray(String[]::new));
		Feeds.offers(Arrays.stream(offers).map(Feeds.Offer::row).toArray(String[]::new));
		for (Feeds.Offer offer : offers) {
			await().until(() -> "1".equals(this.callers.get("/api/products/{id}", offer.product()).at("/offerCount")));
		}
	}

}
