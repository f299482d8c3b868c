package kz.duken.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import kz.duken.test.LongTransaction;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A facet's count is what is left when somebody chooses the value. */
@ServiceTest
class FacetTests {

	private final UUID root = UUID.randomUUID();

	private final UUID laptops = UUID.randomUUID();

	private final UUID phones = UUID.randomUUID();

	private final UUID shop = UUID.randomUUID();

	private final String tag = UUID.randomUUID().toString();

	private final Callers callers;

	private final JdbcClient jdbc;

	private final LongTransaction transaction;

	@Autowired
	FacetTests(@LocalServerPort int port, JdbcClient jdbc, TransactionTemplate transaction) {
		this.callers = new Callers(port);
		this.jdbc = jdbc;
		this.transaction = new LongTransaction(transaction, jdbc);
	}

	@BeforeEach
	void thereIsATree() {
		Feeds.categories(Feeds.category(this.root, null, "Electronics", ""),
				Feeds.category(this.laptops, this.root, "Laptops", ""),
				Feeds.category(this.phones, this.root, "Phones", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&categoryId=LAPTOPS", "&categoryId=ROOT&brand=asus", "&minPrice=150&maxPrice=350",
			"&shopId=SHOP", "&inStock=true", "&q=thing", "&brand=ASUS&brand=acer&attr.RAM=16&maxPrice=500",
			"&categoryId=PHONES&shopId=SHOP&inStock=true&attr.Color=red&attr.RAM=8&q=thing" })
	void aCountIsWhatChoosingTheValueLeaves(String asked) {
		thereAreCardsAndOffers();
		String filters = asked.replace("LAPTOPS", this.laptops.toString())
			.replace("ROOT", this.root.toString())
			.replace("PHONES", this.phones.toString())
			.replace("SHOP", this.shop.toString());
		JsonNode facets = list(filters + "&facets=true").body().at("/facets");

		List<String> wrong = new ArrayList<>();
		check("brand", facets.at("/brand"), filters, wrong);
		check("categoryId", facets.at("/category"), filters, wrong);
		for (Map.Entry<String, JsonNode> attribute : facets.at("/attributes").properties()) {
			check("attr." + attribute.getKey(), attribute.getValue(), filters, wrong);
		}

		assertThat(wrong).isEmpty();
		assertThat(facets.at("/brand")).isNotEmpty();
		assertThat(facets.at("/approximate").asBoolean()).isFalse();
	}

	private void check(String parameter, JsonNode values, String filters, List<String> wrong) {
		String others = Stream.of(filters.split("&"))
			.filter((filter) -> !filter.isEmpty() && !filter.startsWith(parameter + "="))
			.map("&"::concat)
			.reduce("", String::concat);
		for (JsonNode value : values) {
			String chosen = parameter + "=" + value.at("/value").asString();
			int left = list(others + "&" + chosen).items("id").size();
			if (left != value.at("/count").asInt()) {
				wrong.add("%s is told as %s and leaves %d".formatted(chosen, value.at("/count"), left));
			}
		}
	}

	@Test
	void aValueIsCountedHoweverItIsWrittenAndTakenAtItsWord() {
		made("A", this.laptops, "\"attributes\": [{\"name\": \"Ports\", \"value\": \"16.0\"}]");
		made("B", this.laptops, "\"attributes\": [{\"name\": \"Ports\", \"value\": 16}]");
		made("C", this.laptops, "\"attributes\": [{\"name\": \"Network\", \"value\": \"5G\"}]");
		made("D", this.laptops, "\"attributes\": [{\"name\": \"Weight\", \"value\": \"5 г\"}]");
		made("E", this.laptops, "\"attributes\": [{\"name\": \"Network\", \"value\": \"5g\"}]");
		made("F", this.laptops, "\"attributes\": [{\"name\": \"Shade\", \"value\": \"007\"}]");
		made("G", this.laptops, "\"attributes\": [{\"name\": \"Shade\", \"value\": \"1E5\"}]");

		JsonNode attributes = list("&facets=true").body().at("/facets/attributes");

		assertThat(attributes.at("/Ports").toString()).isEqualTo("[{\"value\":\"16\",\"count\":2}]");
		assertThat(attributes.at("/Network").findValuesAsString("value")).containsExactlyInAnyOrder("5G", "5 g");
		assertThat(attributes.at("/Shade").findValuesAsString("value")).containsExactlyInAnyOrder("007", "1E5");
		assertThat(attributes.at("/Weight/0/value").asString()).isEqualTo("5 g");
		for (String chosen : List.of("Ports=16", "Ports=16.0")) {
			assertThat(list("&attr." + chosen).items("name")).containsExactlyInAnyOrder("A", "B");
		}
		assertThat(list("&attr.Network=5G").items("name")).containsExactly("C");
		assertThat(list("&attr.Shade=007").items("name")).containsExactly("F");
		assertThat(list("&attr.Shade=7").items("name")).isEmpty();
		assertThat(list("&attr.Weight=5g").items("name")).containsExactly("D");
	}

	@Test
	void aNumberWithoutAUnitIsCountedInEveryUnit() {
		made("A", this.laptops, "\"attributes\": [{\"name\": \"RAM\", \"value\": 16}]");
		made("B", this.laptops, "\"attributes\": [{\"name\": \"RAM\", \"value\": 16, \"unit\": \"GB\"}]");
		made("C", this.laptops, "\"attributes\": [{\"name\": \"RAM\", \"value\": 16, \"unit\": \"GB\"},"
				+ " {\"name\": \"RAM\", \"value\": \"16\"}]");
		made("D", this.laptops, "\"attributes\": [{\"name\": \"RAM\", \"value\": 16, \"unit\": \"MB\"}]");
		List<String> wrong = new ArrayList<>();

		for (String filters : List.of("", "&attr.RAM=16%20GB", "&inStock=false", "&inStock=true")) {
			JsonNode ram = list(filters + "&facets=true").body().at("/facets/attributes/RAM");
			check("attr.RAM", ram, filters, wrong);
			assertThat(ram).hasSize(filters.endsWith("true") ? 0 : 3);
		}

		assertThat(wrong).isEmpty();
	}

	@Test
	void aRareAttributeIsNotCrowdedOut() {
		for (int i = 0; i < 60; i++) {
			made("A" + i, this.laptops, "\"attributes\": [{\"name\": \"Serial\", \"value\": \"S%02d\"}%s]".formatted(i,
					(i == 0) ? ", {\"name\": \"Rare\", \"value\": \"yes\"}" : ""));
		}
		for (int i = 0; i < 55; i++) {
			made("B" + i, this.laptops, "\"attributes\": [{\"name\": \"Serial\", \"value\": \"S%02d\"}]".formatted(i));
		}

		JsonNode attributes = list("&facets=true").body().at("/facets/attributes");
		JsonNode chosen = list("&attr.Serial=S59&facets=true").body().at("/facets/attributes");

		assertThat(attributes.at("/Serial")).hasSize(50);
		assertThat(attributes.at("/Rare").toString()).isEqualTo("[{\"value\":\"yes\",\"count\":1}]");
		assertThat(chosen.at("/Serial").findValuesAsString("value")).hasSize(50).contains("S59");
	}

	@Test
	void itIsToldWhenAFacetIsApproximate() {
		made("A", this.laptops, "\"brand\": \"Rare\"");
		for (int i = 0; i < 5; i++) {
			this.transaction.run(() -> this.jdbc.sql("""
					insert into product (id, name, brand, category_id, tags, attributes, images, created_at, updated_at,
						name_key, filter_keys, facet_keys, search_words, indexed)
					select gen_random_uuid(), 'Mass', 'Mass', :category, '[]', '[]', '[]', now(), now(), 'mass',
						array['brand' || chr(31) || 'mass', 'tag' || chr(31) || :tag],
						array['Fourth' || chr(31) || number % 4, 'All' || chr(31) || 'yes'], '', :version
					from generate_series(0, 1999) as number
					""")
				.param("category", this.laptops)
				.param("tag", this.tag)
				.param("version", SearchEntry.VERSION)
				.update());
		}

		JsonNode all = list("&facets=true").body().at("/facets");
		JsonNode rare = list("&brand=rare&facets=true").body().at("/facets");
		JsonNode none = list("&brand=rare&minPrice=1&facets=true").body().at("/facets");

		assertThat(all.at("/attributes/All/0/count").asInt()).isBetween(9_000, 11_000);
		assertThat(all.at("/attributes/Fourth").findValuesAsString("value")).hasSize(4);
		assertThat(rare.at("/category/0/count").asInt()).isEqualTo(1);
		assertThat(rare.at("/approximate").asBoolean()).isTrue();
		assertThat(none.at("/approximate").asBoolean()).isFalse();
	}

	private void thereAreCardsAndOffers() {
		UUID other = UUID.randomUUID();
		List<Feeds.Offer> offers = new ArrayList<>();
		List<String> brands = List.of("ASUS", "asus", "Acer", "Apple");
		List<UUID> places = List.of(this.laptops, this.phones, this.root);
		for (int i = 0; i < 24; i++) {
			String id = made("Thing " + i, places.get(i % 3), """
					"brand": "%s", "attributes": [{"name": "RAM", "value": %d}, {"name": "Color", "value": "%s"}]"""
				.formatted(brands.get(i % 4), 8 << (i % 2), (i % 5 == 0) ? "black" : "red"));
			if (i % 6 != 5) {
				offers
					.add(Feeds.offer(id, (i % 4 < 2) ? this.shop : other, String.valueOf(100 + 25 * (i % 13)), i % 7));
			}
		}
		Feeds.shops(Feeds.shop(this.shop, "ACTIVE", 1), Feeds.shop(other, "ACTIVE", 1));
		Feeds.offers(offers.stream().map(Feeds.Offer::row).toArray(String[]::new));
		await().until(() -> list("&minPrice=1").items("id").size() == offers.size());
	}

	private Answer list(String filters) {
		return this.callers.get("/api/products?size=100&tag={t}" + filters, this.tag);
	}

	private String made(String name, UUID in, String rest) {
		return this.callers.made(name, in, "\"tags\": [\"%s\"], ".formatted(this.tag) + rest);
	}

}
