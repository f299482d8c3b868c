package kz.duken.product;

import java.util.List;
import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Filters by properties, and how many cards each would leave. */
@ServiceTest
class FilterTests {

	private final UUID electronics = UUID.randomUUID();

	private final UUID laptops = UUID.randomUUID();

	private final String tag = "\"tags\": [\"" + this.electronics + "\"], ";

	private final Callers callers;

	FilterTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@BeforeEach
	void thereAreCategories() {
		Feeds.categories(Feeds.category(this.electronics, null, "Electronics", ""),
				Feeds.category(this.laptops, this.electronics, "Laptops", "\"ноутбук\", \"ультрабук\""));
	}

	@Test
	void valuesAreFilteredWithTheirUnitsAndCountedSo() {
		String gb = this.callers.made("A", this.electronics,
				this.tag + "\"attributes\": [{\"name\": \"Storage\", \"value\": 1, \"unit\": \"ГБ\"}]");
		String text = this.callers.made("B", this.electronics,
				this.tag + "\"attributes\": [{\"name\": \"Storage\", \"value\": \"1gb\"}]");
		String tb = this.callers.made("C", this.electronics,
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
	void facetsCountOverAllFiltersButTheirOwn() {
		this.callers.made("A", this.laptops,
				this.tag + "\"brand\": \"ASUS\", \"attributes\": [{\"name\": \"RAM\", \"value\": 16}]");
		this.callers.made("B", this.laptops,
				this.tag + "\"brand\": \"asus\", \"attributes\": [{\"name\": \"RAM\", \"value\": 32}]");
		this.callers.made("C", this.electronics,
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

	private List<String> filtered(String storage) {
		return this.callers.get("/api/products?tag={t}&attr.Storage={v}", this.electronics, storage).items("id");
	}

	private Answer facets(String filters) {
		return this.callers.get("/api/products?facets=true&tag={t}" + filters, this.electronics);
	}

}
