package kz.duken.product;

import java.util.UUID;
import java.util.stream.IntStream;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

import static java.util.stream.Collectors.joining;
import static kz.duken.product.Callers.admin;
import static kz.duken.product.Callers.service;
import static org.assertj.core.api.Assertions.assertThat;

/** What is asked for badly is refused, and nothing fails. */
@ServiceTest
class BadInputTests {

	private final Callers callers;

	BadInputTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@ParameterizedTest
	@CsvSource({ "size=0, /size", "size=101, /size", "size=x, /size", "cursor=xyz, /cursor", "cursor=%00, /cursor",
			"sort=cheapest, /sort", "sort=, /sort", "sort=name&sort=price, /sort", "categoryId=5, /categoryId",
			"categoryId=, /categoryId", "shopId=x, /shopId", "minPrice=-1, /minPrice", "minPrice=1.001, /minPrice",
			"minPrice=1e99, /minPrice", "maxPrice=abc, /maxPrice", "maxPrice=, /maxPrice", "inStock=yes, /inStock",
			"inStock=, /inStock", "q=%00, /q", "q=a%0ab, /q", "brand=%00, /brand", "brand=, /brand", "tag=%07, /tag",
			"attr.a=%00, /attr.a" })
	void aBadParameterIsRefused(String query, String pointer) {
		Answer refused = this.callers.raw("/api/products?" + query);

		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.slug()).isEqualTo("validation");
		assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
	}

	@Test
	void aSearchHasALimit() {
		assertThat(this.callers.get("/api/products?q={q}", "x".repeat(201)).at("/errors/0/pointer")).isEqualTo("/q");
		assertThat(this.callers.get("/api/products?q={q}", "x".repeat(5_000)).status()).isEqualTo(400);
		assertThat(this.callers.raw("/api/products?q=" + "a+".repeat(2_000)).status()).isEqualTo(400);
		assertThat(this.callers.raw("/api/products?" + "q=a&".repeat(6)).at("/errors/0/pointer")).isEqualTo("/q");
		assertThat(this.callers.raw("/api/products?" + "q=a&".repeat(5)).status()).isEqualTo(200);
		assertThat(this.callers.raw("/api/products?q=" + "a+".repeat(10_000)).status()).isEqualTo(400);
		assertThat(this.callers.raw("/api/products?q=" + "x".repeat(10_000)).status()).isEqualTo(400);
		assertThat(this.callers.get("/api/products?q={q}", "x ".repeat(100)).status()).isEqualTo(200);
		assertThat(this.callers
			.raw("/api/products?" + IntStream.range(0, 11).mapToObj((i) -> "attr.a" + i + "=1").collect(joining("&")))
			.at("/errors/0/pointer")).isEqualTo("/attr");
		assertThat(this.callers.raw("/api/products?" + "brand=a&".repeat(51)).at("/errors/0/pointer"))
			.isEqualTo("/brand");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?q=%", "?q=%ff", "?q=%C3%28", "?%=1", "?attr.=1", "?facets=x", "?q", "?&&&=", "?brand",
			"?attr.%00=1" })
	void anOddQueryIsNoFailure(String query) {
		assertThat(this.callers.raw("/api/products" + query).status()).isIn(200, 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "5", "not-an-id", "01a20593-a17d-7338-a637-af88cc9320b5",
			"01a20593-a17d-7338-a637-af88cc9320b5/offers", "x/offers", "x/y/z" })
	void whatIsNotThereIsNotFound(String path) {
		Answer answer = this.callers.raw("/api/products/" + path);

		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.slug()).isEqualTo("not-found");
	}

	@Test
	void aMethodThatIsNotThereIsTold() {
		assertThat(this.callers.delete(admin(), "/api/products").slug()).isEqualTo("method-not-allowed");
		assertThat(this.callers.call(admin(), HttpMethod.PATCH, "{}", "/api/products/{id}", UUID.randomUUID()).slug())
			.isEqualTo("method-not-allowed");
	}

	@Test
	void atMostAHundredNamesAreToldAtOnce() {
		String ids = "\"%s\",".formatted(UUID.randomUUID()).repeat(500) + "\"" + UUID.randomUUID() + "\"";

		assertThat(names("{\"ids\": [" + ids + "]}").at("/errors/0/pointer")).isEqualTo("/ids");
		assertThat(names("{\"ids\": [null]}").at("/errors/0/pointer")).isEqualTo("/ids/0");
		assertThat(names("{}").at("/errors/0/pointer")).isEqualTo("/ids");
		assertThat(names("{\"ids\": []}").status()).isEqualTo(200);
	}

	private Answer names(String body) {
		return this.callers.post(service("shop-service"), body, "/internal/products/names");
	}

}
