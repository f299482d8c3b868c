package kz.duken.product;

import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Products side by side. */
@ServiceTest
class ComparisonTests {

	private final UUID laptops = UUID.randomUUID();

	private final Callers callers;

	ComparisonTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@BeforeEach
	void thereIsACategory() {
		Feeds.categories(Feeds.category(this.laptops));
	}

	@Test
	void productsAreComparedAttributeByAttribute() {
		String one = this.callers.made("A", this.laptops, """
				"attributes": [{"name": "RAM", "value": 16.0, "unit": "GB"}, {"name": "NFC", "value": true}]""");
		String other = this.callers.made("B", this.laptops, """
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
		String one = this.callers.made("A", this.laptops, """
				"attributes": [{"name": "RAM", "value": 16, "unit": "GB"}]""");
		String other = this.callers.made("B", this.laptops,
				"""
						"attributes": [{"name": "ram", "value": 16, "unit": "ГБ"}, {"name": "RAM", "value": 2, "unit": "slots"}]""");

		Answer compared = this.callers.get("/api/products/compare?id={b}&id={a}", other, one);

		assertThat(compared.body().at("/attributes/0").toString())
			.isEqualTo("{\"name\":\"ram\",\"unit\":\"ГБ\",\"values\":[16,16],\"differs\":false}");
		assertThat(compared.body().at("/attributes/1/values").toString()).isEqualTo("[2,null]");
	}

	@Test
	void aTextMaySayANumberAndItsUnit() {
		String one = this.callers.made("A", this.laptops, """
				"attributes": [{"name": "RAM", "value": "16 ГБ"}, {"name": "Ports", "value": "3", "unit": "pcs"}]""");
		String other = this.callers.made("B", this.laptops,
				"""
						"attributes": [{"name": "RAM", "value": 16.0, "unit": "GB"}, {"name": "Ports", "value": 3, "unit": "pcs"}]""");

		Answer compared = this.callers.get("/api/products/compare?id={a}&id={b}", one, other);

		assertThat(compared.body().at("/attributes/0").toString())
			.isEqualTo("{\"name\":\"RAM\",\"unit\":\"ГБ\",\"values\":[16,16.0],\"differs\":false}");
		assertThat(compared.body().at("/attributes/1/differs").asBoolean()).isFalse();
	}

	@Test
	void aTextBesideATextIsOneRow() {
		String one = this.callers.made("A", this.laptops, """
				"attributes": [{"name": "Storage", "value": "1 ТБ"}, {"name": "Ports", "value": "3.0"}]""");
		String other = this.callers.made("B", this.laptops, """
				"attributes": [{"name": "Storage", "value": "none"}, {"name": "Ports", "value": 3}]""");

		Answer compared = this.callers.get("/api/products/compare?id={a}&id={b}", one, other);

		assertThat(compared.body().at("/attributes/0").toString())
			.isEqualTo("{\"name\":\"Storage\",\"unit\":null,\"values\":[\"1 ТБ\",\"none\"],\"differs\":true}");
		assertThat(compared.body().at("/attributes/1/differs").asBoolean()).isFalse();
	}

	@Test
	void onlySomeProductsCanBeCompared() {
		String one = this.callers.made("A", this.laptops, "\"tags\": []");

		assertThat(this.callers.get("/api/products/compare?id={a}", one).status()).isEqualTo(400);
		assertThat(this.callers.get("/api/products/compare").status()).isEqualTo(400);
		assertThat(this.callers.get("/api/products/compare?id={a}&id={b}", one, one).status()).isEqualTo(400);
		assertThat(this.callers.get("/api/products/compare?id=x&id=y").status()).isEqualTo(400);
		assertThat(this.callers.get("/api/products/compare?id={a}&id={b}", one, UUID.randomUUID()).status())
			.isEqualTo(404);
	}

}
