package kz.duken.category;

import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.Neighbourhood;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class CategoryProductsTests {

	@Autowired
	private RestTestClient client;

	private Calls calls;

	private UUID category;

	@BeforeEach
	void aCategory() {
		this.calls = new Calls(this.client);
		Calls.productServiceCounts(Map.of());
		this.category = this.calls.created(null);
	}

	@Test
	void theProductServicesPageIsTheAnswer() {
		Neighbourhood.stubs()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/products"))
				.withQueryParam("categoryId", WireMock.equalTo(this.category.toString()))
				.willReturn(WireMock
					.okJson("{\"items\": [{\"name\": \"Үтік\", \"price\": 349990.1}], \"nextCursor\": null}")));
		Calls.Answer answer = this.calls.get("/api/categories/" + this.category + "/products");
		assertThat(answer.headers().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
		assertThat(answer.body())
			.hasToString("{\"items\":[{\"name\":\"Үтік\",\"price\":349990.1}],\"nextCursor\":null}");
	}

	@Test
	void theQueryGoesOnAsItCame() {
		Neighbourhood.stubs()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/products")).willReturn(WireMock.okJson("{}")));
		this.calls.get("/api/categories/" + this.category
				+ "/products?brand=A%2CB%26C&brand=%D2%9A%7Bx%7D&q=50%25%2B+a&attr.%D0%9E%D0%97%D0%A3=8&size=0&inStock=&categoryId="
				+ UUID.randomUUID());
		Neighbourhood.stubs()
			.verify(WireMock.getRequestedFor(WireMock.urlPathEqualTo("/internal/products"))
				.withQueryParam("brand", WireMock.havingExactly("A,B&C", "Қ{x}"))
				.withQueryParam("q", WireMock.equalTo("50%+ a"))
				.withQueryParam("attr.ОЗУ", WireMock.equalTo("8"))
				.withQueryParam("size", WireMock.equalTo("0"))
				.withQueryParam("inStock", WireMock.equalTo(""))
				.withQueryParam("categoryId", WireMock.havingExactly(this.category.toString()))
				.withHeader(HttpHeaders.AUTHORIZATION, WireMock.matching("Bearer .+")));
	}

	@Test
	void aBadParameterIsTheClientsToMend() {
		Neighbourhood.stubs()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/products"))
				.willReturn(WireMock.badRequest().withHeader("Content-Type", "application/problem+json").withBody("""
						{"type": "/problems/validation", "instance": "/internal/products",
						 "errors": [{"pointer": "/size", "detail": "must be more"}]}""")));
		Calls.Answer answer = this.calls.get("/api/categories/" + this.category + "/products?size=0");
		assertThat(answer.slug()).isEqualTo("validation");
		assertThat(answer.pointer()).isEqualTo("/size");
		assertThat(answer.body().path("instance").stringValue())
			.isEqualTo("/api/categories/" + this.category + "/products");
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 414 })
	void whatItsServerRefusesWithoutAWordIsTheClientsToMend(int status) {
		Neighbourhood.stubs()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/products"))
				.willReturn(WireMock.status(status).withBody("<html>Bad Request</html>")));
		Calls.Answer answer = this.calls.get("/api/categories/" + this.category + "/products?brand=x");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.slug()).isEqualTo("validation");
	}

	@Test
	void anOutageIsToldAsWhatItIs() {
		Neighbourhood.stubs()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/products")).willReturn(WireMock.serverError()));
		Calls.Answer answer = this.calls.get("/api/categories/" + this.category + "/products");
		assertThat(answer.slug()).isEqualTo("unavailable");
		assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
	}

}
