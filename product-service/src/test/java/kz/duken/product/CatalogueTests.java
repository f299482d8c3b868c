package kz.duken.product;

import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.AllAtOnce;
import kz.duken.test.Neighbourhood;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static kz.duken.product.Callers.admin;
import static kz.duken.product.Callers.service;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class CatalogueTests {

	private final UUID category = UUID.randomUUID();

	private final Callers callers;

	CatalogueTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@BeforeEach
	void thereIsACategory() {
		Feeds.categories(Feeds.category(this.category));
	}

	@Test
	void aCardIsAnsweredAsItWasWritten() {
		Answer made = this.callers.post(admin(), """
				{"name": " Galaxy S24 ", "description": "Two\\nlines", "brand": "Samsung", "categoryId": "%s",
				 "tags": ["5G"], "images": ["/images/s24.svg"], "attributes": [
				 {"name": "RAM", "value": 8, "unit": "GB"}, {"name": "Weight", "value": 0.1675, "unit": "kg"},
				 {"name": "NFC", "value": true}, {"name": "Model", "value": "8"}]}
				""".formatted(this.category), "/api/products");

		assertThat(made.status()).isEqualTo(201);
		assertThat(made.headers().getFirst("Location")).isEqualTo("/api/products/" + made.at("/id"));
		Answer read = this.callers.get("/api/products/{id}", made.at("/id"));
		assertThat(read.body()).isEqualTo(made.body());
		assertThat(read.at("/name")).isEqualTo("Galaxy S24");
		assertThat(read.body().at("/attributes/0/value").isInt()).isTrue();
		assertThat(read.at("/attributes/1/value")).isEqualTo("0.1675");
		assertThat(read.body().at("/attributes/2/value").isBoolean()).isTrue();
		assertThat(read.body().at("/attributes/3/value").isString()).isTrue();
		assertThat(read.at("/attributes/3/unit")).isEqualTo("null");
		assertThat(read.at("/price")).isEqualTo("null");
		assertThat(read.at("/inStock")).isEqualTo("false");
		assertThat(read.at("/offerCount")).isEqualTo("0");
		assertThat(read.at("/bestOffer")).isEqualTo("null");
	}

	@Test
	void aCardIsReplacedWhole() {
		String id = made("Kettle", "\"brand\": \"Bosch\", \"tags\": [\"red\"]");

		Answer replaced = this.callers.put(admin(), card("Teapot", "\"tags\": []"), "/api/products/{id}", id);

		assertThat(replaced.status()).isEqualTo(200);
		assertThat(replaced.at("/name")).isEqualTo("Teapot");
		assertThat(replaced.at("/brand")).isEqualTo("null");
		assertThat(this.callers.get("/api/products/{id}", id).body()).isEqualTo(replaced.body());
	}

	@Test
	void anUnchangedProductIsNotSentAgain() {
		String id = made("Kettle", "\"tags\": []");
		String tag = String.valueOf(this.callers.get("/api/products/{id}", id).headers().getETag());

		Answer again = this.callers.call((headers) -> headers.setIfNoneMatch(tag), HttpMethod.GET, "",
				"/api/products/{id}", id);
		this.callers.put(admin(), card("Teapot", "\"tags\": []"), "/api/products/{id}", id);
		Answer changed = this.callers.call((headers) -> headers.setIfNoneMatch(tag), HttpMethod.GET, "",
				"/api/products/{id}", id);

		assertThat(tag).startsWith("\"");
		assertThat(again.status()).isEqualTo(304);
		assertThat(changed.status()).isEqualTo(200);
	}

	@Test
	void aCardThatNobodyOffersIsDeletedForGood() {
		String id = made("Kettle", "\"tags\": []");
		shopsSay(id, "RETIRED");

		assertThat(this.callers.delete(admin(), "/api/products/{id}", id).status()).isEqualTo(204);

		assertThat(this.callers.get("/api/products/{id}", id).slug()).isEqualTo("not-found");
		assertThat(this.callers.get("/api/products/{id}/offers", id).status()).isEqualTo(404);
		assertThat(this.callers.get("/api/products?q={id}", id).items("id")).isEmpty();
		assertThat(this.callers.delete(admin(), "/api/products/{id}", id).status()).isEqualTo(404);
		assertThat(this.callers.put(admin(), card("X", "\"tags\": []"), "/api/products/{id}", id).status())
			.isEqualTo(404);
	}

	@Test
	void aCardThatIsOfferedStays() {
		String id = made("Kettle", "\"tags\": []");
		shopsSay(id, "HAS_OFFERS");

		Answer refused = this.callers.delete(admin(), "/api/products/{id}", id);

		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.slug()).isEqualTo("product-has-offers");
		assertThat(this.callers.get("/api/products/{id}", id).status()).isEqualTo(200);
	}

	@Test
	void aCardStaysWhileTheShopsCannotBeAsked() {
		String id = made("Kettle", "\"tags\": []");
		Neighbourhood.stubs().stubFor(put(urlPathEqualTo(retirement(id))).willReturn(WireMock.serverError()));

		Answer refused = this.callers.once().delete(admin(), "/api/products/{id}", id);

		assertThat(refused.slug()).isEqualTo("unavailable");
		assertThat(refused.headers().getFirst("Retry-After")).isNotNull();
		assertThat(this.callers.get("/api/products/{id}", id).status()).isEqualTo(200);
	}

	@Test
	void nobodyIsAskedAboutACardThatIsNot() {
		String id = UUID.randomUUID().toString();

		assertThat(this.callers.delete(admin(), "/api/products/{id}", id).status()).isEqualTo(404);

		Neighbourhood.stubs().verify(0, putRequestedFor(urlPathEqualTo(retirement(id))));
	}

	@Test
	void aShopsCardIsMadeOnceUnderTheShopsId() {
		UUID id = UUID.randomUUID();

		List<Answer> answers = AllAtOnce.run(8, () -> this.callers.put(service("shop-service"),
				card("Kettle " + UUID.randomUUID(), "\"tags\": []"), "/internal/products/{id}", id));

		assertThat(answers).extracting(Answer::status).containsOnly(200);
		assertThat(answers).extracting((answer) -> answer.at("/name"))
			.containsOnly(this.callers.get("/api/products/{id}", id).at("/name"));
	}

	@Test
	void aShopsCardIsAnsweredTheSameAfterItsDeletion() {
		String id = UUID.randomUUID().toString();
		this.callers.put(service("shop-service"), card("Kettle", "\"tags\": []"), "/internal/products/{id}", id);
		shopsSay(id, "RETIRED");
		this.callers.delete(admin(), "/api/products/{id}", id);

		Answer again = this.callers.put(service("shop-service"), card("Teapot", "\"tags\": []"),
				"/internal/products/{id}", id);

		assertThat(again.at("/name")).isEqualTo("Kettle");
		assertThat(this.callers.get("/api/products/{id}", id).status()).isEqualTo(404);
	}

	@Test
	void aShopsBadCardIsRefused() {
		Answer refused = this.callers.put(service("shop-service"), card("", "\"tags\": []"), "/internal/products/{id}",
				UUID.randomUUID());

		assertThat(refused.slug()).isEqualTo("validation");
		assertThat(refused.at("/errors/0/pointer")).isEqualTo("/name");
	}

	@Test
	void othersLearnNamesAndPictures() {
		String id = made("Kettle", "\"images\": [\"/images/a.svg\", \"/images/b.svg\"]");
		String plain = made("Teapot", "\"images\": []");

		Answer face = this.callers.call(service("cart-service"), HttpMethod.GET, "", "/internal/products/{id}", id);
		Answer names = this.callers.post(service("shop-service"),
				"{\"ids\": [\"%s\", \"%s\", \"%s\"]}".formatted(id, plain, UUID.randomUUID()),
				"/internal/products/names");

		assertThat(face.at("/image")).isEqualTo("/images/a.svg");
		assertThat(names.body().at("/products").size()).isEqualTo(2);
		assertThat(this.callers
			.call(service("cart-service"), HttpMethod.GET, "", "/internal/products/{id}", UUID.randomUUID())
			.status()).isEqualTo(404);
	}

	private String made(String name, String rest) {
		return this.callers.post(admin(), card(name, rest), "/api/products").at("/id");
	}

	private String card(String name, String rest) {
		return "{\"name\": \"%s\", \"categoryId\": \"%s\", %s}".formatted(name, this.category, rest);
	}

	private static void shopsSay(String id, String outcome) {
		Neighbourhood.stubs()
			.stubFor(
					put(urlPathEqualTo(retirement(id))).willReturn(okJson("{\"outcome\": \"%s\"}".formatted(outcome))));
	}

	private static String retirement(String id) {
		return "/internal/cards/" + id + "/retire";
	}

}
